package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What a call costs as work grows. */
final class ScalingSection implements Section {

    private static final double BYTES_PER_MB = 1 << 20;

    @Override
    public void write(Results results, Page page, Plots plots, Figures figures) {
        List<JsonNode> runs = results.ofKind("scale");
        List<JsonNode> heaps = results.ofKind("heap");
        if (runs.isEmpty() && heaps.isEmpty()) {
            return;
        }
        page.prose("scaling");
        for (String dimension : Results.values(runs, "dimension")) {
            for (Session session : Session.of(Results.where(runs, "dimension", dimension))) {
                page.heading("%s at commit %s".formatted(capital(dimension), session.commit()));
                rates(dimension, session, page, plots);
            }
        }
        for (Session session : Session.of(heaps)) {
            page.heading("Memory at commit " + session.commit());
            heaps(session, page, plots);
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static void rates(String dimension, Session session, Page page, Plots plots) {
        List<List<String>> rows = new ArrayList<>();
        List<BarPlot.Bar> bars = new ArrayList<>();
        for (ScalePoint point : ScalePoint.of(session.runs())) {
            double[] rate = Results.figures(point.runs(), "recordsPerSecond");
            bars.add(new BarPlot.Bar(dimension + ": " + point.name(), rate, point.isTodaysJob()));
            rows.add(List.of(
                    point.name(),
                    Spread.of(rate).rates(),
                    cpu(point.runs(), "cpuSecondsPerMillion"),
                    cpu(point.runs(), "brokerCpuSecondsPerMillion"),
                    Page.number(Spread.of(Results.figures(point.runs(), "resultsOut"))
                            .median()),
                    Integer.toString(point.runs().size())));
        }
        page.table(
                List.of(
                        dimension,
                        "calls/s, median (range)",
                        "CPU s per million",
                        "the broker's CPU s per million",
                        "rows",
                        "runs"),
                rows);
        BarPlot.Bar first = bars.get(0);
        BarPlot.Bar last = lastOfTodaysJob(bars);
        String title = "From %s to %s the job counts %s times as many calls per second"
                .formatted(
                        first.name(),
                        last.name().replaceFirst(".*: ", ""),
                        Spread.times(last.median(), first.median()));
        String file = "scale-" + dimension + "-" + session.id();
        plots.bars(
                file,
                new BarPlot(title, "calls per second", bars, new BarPlot.Line("as at the first", first.median())));
        page.plot(file, title);
        page.provenance(session);
    }

    private static BarPlot.Bar lastOfTodaysJob(List<BarPlot.Bar> bars) {
        return bars.stream()
                .filter(BarPlot.Bar::standsOut)
                .reduce((earlier, later) -> later)
                .orElse(bars.get(bars.size() - 1));
    }

    private static String cpu(List<JsonNode> runs, String field) {
        return Page.number(Spread.of(Results.figures(runs, field)).median());
    }

    private static void heaps(Session session, Page page, Plots plots) {
        XYChart chart =
                plots.lines("Heap after full collections while the job counts", "million calls taken in", "heap, MB");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode run : session.runs()) {
            List<JsonNode> samples = new ArrayList<>();
            run.path("samples").forEach(samples::add);
            String name = "windows of " + run.path("value").asText() + ", run "
                    + run.path("repetition").asText();
            double[] heap = Results.figures(samples, "heapBytes");
            chart.addSeries(
                            name,
                            Arrays.stream(Results.figures(samples, "records"))
                                    .map(each -> each / 1e6)
                                    .toArray(),
                            Arrays.stream(heap).map(each -> each / BYTES_PER_MB).toArray())
                    .setMarker(SeriesMarkers.CIRCLE);
            double groups =
                    samples.stream().mapToDouble(ScalingSection::groups).max().orElse(0);
            Spread spread = Spread.of(heap);
            JsonNode last = samples.get(samples.size() - 1);
            rows.add(List.of(
                    name,
                    Page.number(groups),
                    Page.number(spread.median() / BYTES_PER_MB),
                    Page.number(spread.max() / BYTES_PER_MB),
                    Page.number(last.path("heapBytes").asDouble() / BYTES_PER_MB),
                    Page.number(groups(last))));
        }
        page.table(
                List.of(
                        "run",
                        "open groups, at most",
                        "heap, MB, median",
                        "heap, MB, most",
                        "heap, MB, with all calls in",
                        "open groups then"),
                rows);
        String file = "scale-memory-" + session.id();
        plots.write(chart, file);
        page.plot(file, "Heap after full collections by calls taken in");
        page.provenance(session);
    }

    private static double groups(JsonNode sample) {
        return sample.path("windowsOpen").asDouble()
                * sample.path("groupsPerWindow").asDouble();
    }
}
