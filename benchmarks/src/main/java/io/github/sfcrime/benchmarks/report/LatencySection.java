package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Latency by percentile. */
final class LatencySection implements Section {

    private static final List<String> TOLD = List.of("50.0", "90.0", "99.0", "99.9", "100.0");
    private static final List<String> PLOTTED =
            List.of("50.0", "75.0", "90.0", "95.0", "99.0", "99.5", "99.9", "99.99");
    private static final Map<Double, String> NINES =
            Map.of(0.0, "0", 1.0, "90 %", 2.0, "99 %", 3.0, "99.9 %", 4.0, "99.99 %", 5.0, "99.999 %");

    @Override
    public void write(Results results, Page page, Plots plots, Figures figures) {
        List<JsonNode> all = results.ofKind("latency");
        if (all.isEmpty()) {
            return;
        }
        page.prose("latency");
        List<List<String>> rows = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        XYChart chart = plots.lines("", "share of calls", "milliseconds, logarithmic");
        List<Session> sessions = new ArrayList<>();
        for (String name : all.stream().map(LatencySection::name).distinct().toList()) {
            Session session = Session.of(
                            all.stream().filter(run -> name(run).equals(name)).toList())
                    .get(0);
            sessions.add(session);
            rows.add(row(name, session.runs()));
            String delivery = delivery(session.runs().get(0));
            String p99 = Page.number(percentile(session.runs(), "99.0").median());
            figures.put(
                    "latency " + delivery + " p50",
                    Page.number(percentile(session.runs(), "50.0").median()));
            figures.put("latency " + delivery + " p99", p99);
            titles.add("%s ms %s".formatted(p99, contender(session.runs().get(0)) + delivery));
            add(chart, name, session.runs());
        }
        // At least once takes milliseconds, exactly once up to a checkpoint interval.
        chart.getStyler().setYAxisMin(null);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(5.0);
        chart.getStyler().setXAxisTickMarkSpacingHint(150);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(nines -> NINES.getOrDefault(nines, ""));
        String title = "99 % of calls are in a result within " + String.join(", ", titles);
        chart.setTitle(title);
        page.table(
                List.of(
                        "delivery",
                        "runs",
                        "p50, ms",
                        "p90, ms",
                        "p99, ms",
                        "p99.9, ms",
                        "slowest, ms",
                        "p99 of checkpoints, ms"),
                rows);
        plots.write(chart, "latency");
        page.plot("latency", title);
        sessions.forEach(page::provenance);
    }

    private static void add(XYChart chart, String name, List<JsonNode> runs) {
        List<Double> nines = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        for (String percentile : PLOTTED) {
            if (runs.get(0).path("percentiles").has(percentile)) {
                nines.add(-Math.log10(1 - Double.parseDouble(percentile) / 100));
                millis.add(percentile(runs, percentile).median());
            }
        }
        chart.addSeries(name, nines, millis).setMarker(SeriesMarkers.CIRCLE);
    }

    private static List<String> row(String name, List<JsonNode> runs) {
        List<String> row = new ArrayList<>(List.of(name, Integer.toString(runs.size())));
        TOLD.forEach(percentile -> row.add(percentile(runs, percentile).numbers()));
        row.add(Spread.of(Results.figures(runs, "checkpointP99Millis")).numbers());
        return row;
    }

    private static Spread percentile(List<JsonNode> runs, String percentile) {
        return Spread.of(runs.stream()
                .mapToDouble(run -> run.path("percentiles").path(percentile).asDouble())
                .toArray());
    }

    private static String delivery(JsonNode run) {
        return run.path("delivery").asText().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who it was, where it was not the job. */
    private static String contender(JsonNode run) {
        String contender = run.path("contender").asText();
        return contender.equals("job") ? "" : contender + ", ";
    }

    private static String name(JsonNode run) {
        return "%s%s, %s calls/s, a checkpoint every %s"
                .formatted(
                        contender(run),
                        delivery(run),
                        Page.number(run.path("rate").asDouble()),
                        run.path("checkpointInterval").asText().replaceFirst("PT([\\d.]+)S", "$1 s"));
    }
}
