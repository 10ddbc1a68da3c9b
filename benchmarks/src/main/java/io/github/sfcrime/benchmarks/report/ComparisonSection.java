package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contenders side by side, one plot for each workload and parallelism. */
final class ComparisonSection implements Section {

    @Override
    public void write(Results results, Page page, Plots plots) {
        List<JsonNode> all = results.ofKind("compare");
        if (all.isEmpty()) {
            return;
        }
        page.heading("Contenders side by side");
        for (String workload : Results.values(all, "workload")) {
            List<JsonNode> ofWorkload = Results.where(all, "workload", workload);
            for (String parallelism : Results.values(ofWorkload, "parallelism")) {
                write(workload, parallelism, Results.where(ofWorkload, "parallelism", parallelism), page, plots);
            }
        }
    }

    private static void write(String workload, String parallelism, List<JsonNode> runs, Page page, Plots plots) {
        String title = "Workload " + workload + ", parallelism " + parallelism;
        List<List<String>> rows = new ArrayList<>();
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (String contender : Results.values(runs, "contender")) {
            List<JsonNode> its = Results.where(runs, "contender", contender);
            if (its.stream().anyMatch(run -> !run.path("differences").isEmpty())) {
                rows.add(List.of(contender, "none: its rows differ from the oracle's", "", ""));
                continue;
            }
            double[] rate = Results.figures(its, "recordsPerSecond");
            rates.put(
                    contender,
                    java.util.Arrays.stream(rate).map(each -> each / 1e3).toArray());
            rows.add(List.of(
                    contender,
                    Spread.of(rate).thousands(),
                    Page.number(Spread.of(Results.figures(its, "cpuSecondsPerMillion"))
                            .median()),
                    Integer.toString(rate.length)));
        }
        page.paragraph("**" + title + "**");
        page.table(List.of("contender", "records/s, median (range)", "CPU s per million", "runs"), rows);
        if (!rates.isEmpty()) {
            String name = "compare-" + workload + "-" + parallelism;
            plots.rates(name, title, "thousand records per second", rates);
            page.plot(name, "Sustained rate of each contender: a point per run, a mark at the median");
        }
        page.provenance(runs);
    }
}
