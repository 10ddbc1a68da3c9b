package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How fast files become records. */
final class LoadingSection implements Section {

    private static final Map<String, String> NAMES = Map.of(
            "jsonl", "load, JSON lines",
            "csv", "load, CSV",
            "producer-performance", "Kafka's ProducerPerformance");
    private static final List<String> STEPS = List.of("parseSeconds", "sortSeconds", "sendSeconds");

    @Override
    public void write(Results results, Page page, Plots plots, Figures figures) {
        List<JsonNode> all = results.ofKind("load");
        if (all.isEmpty()) {
            return;
        }
        page.prose("loading");
        for (Session session : Session.of(all)) {
            page.heading("Loading at commit " + session.commit());
            List<List<String>> rows = new ArrayList<>();
            for (String contender : Results.values(session.runs(), "contender")) {
                List<JsonNode> runs = Results.where(session.runs(), "contender", contender);
                Spread whole = Spread.of(Results.figures(runs, "recordsPerSecond"));
                figures.put("load " + contender, Spread.rate(whole.median()));
                List<String> row = new ArrayList<>(List.of(NAMES.getOrDefault(contender, contender), whole.rates()));
                STEPS.forEach(step -> {
                    String rate = rate(runs, step);
                    figures.put("load " + contender + " " + step.replace("Seconds", ""), rate);
                    row.add(rate);
                });
                row.add(Integer.toString(runs.size()));
                rows.add(row);
            }
            page.table(List.of("contender", "records/s, median (range)", "parse", "sort", "send", "runs"), rows);
            page.provenance(session);
        }
    }

    /** Records a second of a step by itself; nothing where it is no step. */
    private static String rate(List<JsonNode> runs, String step) {
        double median = Spread.of(runs.stream()
                        .mapToDouble(run ->
                                run.path("records").asDouble() / run.path(step).asDouble())
                        .toArray())
                .median();
        return Double.isFinite(median) ? Spread.rate(median) : "";
    }
}
