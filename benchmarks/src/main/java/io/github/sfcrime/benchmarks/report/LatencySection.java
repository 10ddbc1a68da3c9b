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
    private static final Map<Double, String> NINES =
            Map.of(0.0, "0", 1.0, "90", 2.0, "99", 3.0, "99.9", 4.0, "99.99", 5.0, "99.999");

    @Override
    public void write(Results results, Page page, Plots plots) {
        List<JsonNode> runs = results.ofKind("latency");
        if (runs.isEmpty()) {
            return;
        }
        page.heading("Latency");
        page.paragraph(
                "From the time at which a call is to be sent to the first total that counts it and can be read from"
                        + " Kafka, in milliseconds.");
        List<List<String>> rows = new ArrayList<>();
        XYChart chart = plots.lines("Latency by percentile", "percentile", "milliseconds, logarithmic");
        for (int i = 0; i < runs.size(); i++) {
            JsonNode run = runs.get(i);
            rows.add(row(run));
            List<Double> nines = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            run.path("percentiles").properties().forEach(each -> {
                double percentile = Double.parseDouble(each.getKey());
                if (percentile >= 50 && percentile < 100) {
                    nines.add(-Math.log10(1 - percentile / 100));
                    millis.add(each.getValue().asDouble());
                }
            });
            chart.addSeries((i + 1) + ": " + name(run), nines, millis).setMarker(SeriesMarkers.CIRCLE);
        }
        // At least once takes milliseconds, exactly once up to a checkpoint interval.
        chart.getStyler().setYAxisMin(null);
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setXAxisMin(0.0);
        chart.getStyler().setXAxisMax(5.0);
        chart.getStyler().setXAxisTickMarkSpacingHint(150);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(nines -> NINES.getOrDefault(nines, ""));
        page.table(List.of("run", "calls", "mean", "p50", "p90", "p99", "p99.9", "max", "p99 of checkpoints"), rows);
        plots.write(chart, "latency");
        page.plot("latency", "Latency by percentile");
        page.provenance(runs);
    }

    private static List<String> row(JsonNode run) {
        List<String> row = new ArrayList<>(List.of(
                name(run),
                String.format(Locale.ROOT, "%,d", run.path("calls").asLong()),
                Page.number(run.path("meanMillis").asDouble())));
        TOLD.forEach(percentile ->
                row.add(Page.number(run.path("percentiles").path(percentile).asDouble())));
        row.add(Page.number(run.path("checkpointP99Millis").asDouble()));
        return row;
    }

    private static String name(JsonNode run) {
        String delivery = run.path("delivery").asText().toLowerCase(Locale.ROOT).replace('_', '-');
        return run.path("contender").asText() + ", " + delivery + ", "
                + Page.number(run.path("rate").asDouble()) + "/s, checkpoints every "
                + run.path("checkpointInterval").asText();
    }
}
