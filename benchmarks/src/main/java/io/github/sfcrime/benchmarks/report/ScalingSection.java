package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What a call costs as work grows. */
final class ScalingSection implements Section {

    private static final double BYTES_PER_MB = 1 << 20;

    @Override
    public void write(Results results, Page page, Plots plots) {
        List<JsonNode> runs = results.ofKind("scale");
        List<JsonNode> heaps = results.ofKind("heap");
        if (runs.isEmpty() && heaps.isEmpty()) {
            return;
        }
        page.heading("As work grows");
        for (String dimension : Results.values(runs, "dimension")) {
            rates(dimension, Results.where(runs, "dimension", dimension), page, plots);
        }
        if (!heaps.isEmpty()) {
            heaps(heaps, page, plots);
        }
    }

    private static void rates(String dimension, List<JsonNode> runs, Page page, Plots plots) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (String value : Results.values(runs, "value")) {
            List<JsonNode> its = Results.where(runs, "value", value);
            double[] rate = Results.figures(its, "recordsPerSecond");
            String told = String.format(Locale.ROOT, "%,d", Long.parseLong(value));
            rates.put(told, Arrays.stream(rate).map(each -> each / 1e3).toArray());
            rows.add(List.of(
                    told,
                    Spread.of(rate).thousands(),
                    Page.number(Spread.of(Results.figures(its, "cpuSecondsPerMillion"))
                            .median()),
                    Page.number(Spread.of(Results.figures(its, "brokerCpuSecondsPerMillion"))
                            .median())));
        }
        page.table(
                List.of(dimension, "records/s, median (range)", "CPU s per million", "the broker's CPU s per million"),
                rows);
        plots.rates("scale-" + dimension, "Rate by " + dimension, "thousand records per second", rates);
        page.plot("scale-" + dimension, "Rate by " + dimension + ": a point per run, a mark at the median");
        page.provenance(runs);
    }

    private static void heaps(List<JsonNode> runs, Page page, Plots plots) {
        XYChart chart =
                plots.lines("Heap after full collections while the job counts", "million calls taken in", "heap, MB");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode run : runs) {
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
            double groups = samples.stream()
                    .mapToDouble(sample -> sample.path("windowsOpen").asDouble()
                            * sample.path("groupsPerWindow").asDouble())
                    .max()
                    .orElse(0);
            Spread spread = Spread.of(heap);
            rows.add(List.of(
                    name,
                    Page.number(groups),
                    Page.number(spread.median() / BYTES_PER_MB),
                    Page.number(spread.max() / BYTES_PER_MB)));
        }
        page.table(List.of("run", "open groups, at most", "heap, MB, median", "heap, MB, most"), rows);
        plots.write(chart, "scale-memory");
        page.plot("scale-memory", "Heap after full collections by calls taken in");
        page.provenance(runs);
    }
}
