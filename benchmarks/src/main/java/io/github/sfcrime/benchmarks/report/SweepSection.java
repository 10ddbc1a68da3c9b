package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Which settings matter: effects with their intervals, and rate and processing delay by setting. */
final class SweepSection implements Section {

    /** The sweep that the system before was tuned by: three settings, one at a time, on Spark 2.4. */
    private static final List<List<String>> BEFORE = List.of(
            List.of("**the system before** (Spark 2.4, one setting at a time)", "worst", "2", "", ""),
            List.of("", "best", "75", "", ""));

    private static final List<String> HEADER = List.of("setting", "effect", "95 % interval", "told from noise");

    private static final int MOST = 3;

    @Override
    public void write(Results results, Page page, Plots plots, Figures figures) {
        List<JsonNode> all = results.ofKind("sweep");
        if (all.isEmpty()) {
            return;
        }
        page.prose("sweep");
        for (String grid : Results.values(all, "grid")) {
            for (Session session : Session.of(Results.where(all, "grid", grid))) {
                page.heading("Grid %s at commit %s".formatted(grid, session.commit()));
                write(grid, session, page, plots);
            }
        }
    }

    private static void write(String grid, Session session, Page page, Plots plots) {
        List<JsonNode> all = session.runs();
        List<JsonNode> runs =
                all.stream().filter(run -> run.path("failure").isNull()).toList();
        boolean exploratory = all.get(0).path("exploratory").asBoolean();
        page.paragraph("%d runs, of which %d failed%s."
                .formatted(
                        all.size(),
                        all.size() - runs.size(),
                        exploratory ? "; exploratory: windows too short to quote" : ""));
        if (!runs.isEmpty()) {
            String id = grid + "-" + session.id();
            ToDoubleFunction<JsonNode> rate =
                    run -> run.path("recordsPerSecond").asDouble();
            ToDoubleFunction<JsonNode> delay =
                    run -> run.path("processingDelay").path("meanMillis").asDouble();
            effects(id + "-rate", "throughput", runs, rate, page, plots);
            effects(id + "-delay", "mean processing delay", runs, delay, page, plots);
            bySetting(runs, page);
        }
        page.provenance(session);
    }

    private static void bySetting(List<JsonNode> runs, Page page) {
        List<List<String>> rows = new ArrayList<>();
        for (Levels levels : Levels.varied(settings(runs))) {
            for (String value : levels.values()) {
                List<JsonNode> its = runs.stream()
                        .filter(run -> run.path("settings")
                                .path(levels.name())
                                .asText()
                                .equals(value))
                        .toList();
                rows.add(List.of(
                        "`" + levels.name() + "`",
                        value,
                        Spread.of(Results.figures(its, "recordsPerSecond")).rates(),
                        delay(its, "meanMillis"),
                        delay(its, "medianMillis")));
            }
        }
        rows.addAll(BEFORE);
        page.table(
                List.of(
                        "setting",
                        "value",
                        "calls/s, median (range) over all other settings",
                        "mean delay, ms",
                        "median delay, ms"),
                rows);
    }

    private static String delay(List<JsonNode> runs, String field) {
        double[] delays = runs.stream()
                .filter(run -> run.path("processingDelay").has(field))
                .mapToDouble(run -> run.path("processingDelay").path(field).asDouble())
                .toArray();
        return delays.length == 0 ? "" : Page.number(Spread.of(delays).median());
    }

    private static void effects(
            String name, String figure, List<JsonNode> all, ToDoubleFunction<JsonNode> value, Page page, Plots plots) {
        List<JsonNode> runs =
                all.stream().filter(run -> value.applyAsDouble(run) > 0).toList();
        List<Effect> effects = runs.isEmpty()
                ? List.of()
                : new Effects(settings(runs), runs.stream().mapToDouble(value).toArray()).ranked();
        if (effects.isEmpty()) {
            return;
        }
        List<Effect> ofOne = effects.stream().filter(Effect::isOfOneSetting).toList();
        List<Effect> told = ofOne.stream().filter(Effect::isTold).toList();
        String answer = told.isEmpty()
                ? "No setting has an effect on " + figure + " that can be told from noise"
                : "What matters most for %s: %s"
                        .formatted(
                                figure,
                                String.join(
                                        ", ",
                                        told.stream()
                                                .limit(MOST)
                                                .map(Effect::setting)
                                                .toList()));
        page.paragraph("**" + answer + ".**");
        plots.intervals("effects-" + name, new IntervalPlot(answer, "change of " + figure + ", 95 % interval", ofOne));
        page.plot("effects-" + name, answer);
        page.table(HEADER, rows(ofOne));
        List<Effect> ofTwo =
                effects.stream().filter(effect -> !effect.isOfOneSetting()).toList();
        if (!ofTwo.isEmpty()) {
            page.folded("Effects of two settings together on " + figure, HEADER, rows(ofTwo));
        }
    }

    private static List<List<String>> rows(List<Effect> effects) {
        return effects.stream()
                .map(effect -> List.of(
                        effect.mixedWith().isEmpty()
                                ? effect.name()
                                : effect.name() + " + " + String.join(" + ", effect.mixedWith()),
                        Page.number(effect.percent()) + " %",
                        Page.number(effect.lowPercent()) + " to " + Page.number(effect.highPercent()) + " %",
                        effect.isTold() ? "yes" : "no"))
                .toList();
    }

    private static List<Map<String, String>> settings(List<JsonNode> runs) {
        List<Map<String, String>> all = new ArrayList<>();
        for (JsonNode run : runs) {
            Map<String, String> settings = new TreeMap<>();
            run.path("settings")
                    .properties()
                    .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
            all.add(settings);
        }
        return all;
    }
}
