package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What settings change: rate and processing delay by setting, and effects with their intervals. */
final class SweepSection implements Section {

    private static final int PLOTTED_EFFECTS = 8;

    @Override
    public void write(Results results, Page page, Plots plots) {
        List<JsonNode> all = results.ofKind("sweep");
        if (all.isEmpty()) {
            return;
        }
        page.heading("What settings change");
        for (String grid : Results.values(all, "grid")) {
            write(grid, Results.where(all, "grid", grid), page, plots);
        }
        page.paragraph(
                "The system that this one replaces was swept in three settings, one at a time, on Spark 2.4: from its"
                        + " worst to its best setting it went from 2 to 75 rows/s.");
    }

    private static void write(String grid, List<JsonNode> all, Page page, Plots plots) {
        List<JsonNode> runs =
                all.stream().filter(run -> run.path("failure").isNull()).toList();
        boolean exploratory = all.get(0).path("exploratory").asBoolean();
        page.paragraph("**Grid " + grid + (exploratory ? ", exploratory: windows too short to quote" : "") + "**, "
                + all.size() + " runs, of which " + (all.size() - runs.size()) + " failed.");
        if (runs.isEmpty()) {
            return;
        }
        bySetting(grid, runs, page, plots);
        ToDoubleFunction<JsonNode> rate = run -> run.path("recordsPerSecond").asDouble();
        ToDoubleFunction<JsonNode> delay =
                run -> run.path("processingDelay").path("meanMillis").asDouble();
        effects(grid + "-rate", "records per second", runs, rate, page, plots);
        effects(grid + "-delay", "mean processing delay", runs, delay, page, plots);
        page.provenance(all);
    }

    private static void bySetting(String grid, List<JsonNode> runs, Page page, Plots plots) {
        List<List<String>> rows = new ArrayList<>();
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (Levels levels : Levels.varied(settings(runs))) {
            for (String value : levels.values()) {
                List<JsonNode> its = runs.stream()
                        .filter(run -> run.path("settings")
                                .path(levels.name())
                                .asText()
                                .equals(value))
                        .toList();
                double[] rate = Results.figures(its, "recordsPerSecond");
                rates.put(
                        levels.shortName() + " " + value,
                        Arrays.stream(rate).map(each -> each / 1e3).toArray());
                rows.add(List.of(
                        levels.name(),
                        value,
                        Spread.of(rate).thousands(),
                        delay(its, "meanMillis"),
                        delay(its, "medianMillis")));
            }
        }
        page.table(
                List.of(
                        "setting",
                        "value",
                        "records/s, median (range) over all other settings",
                        "mean delay, ms",
                        "median delay, ms"),
                rows);
        plots.rates(
                "sweep-" + grid,
                "Rate by setting, over all values of the others",
                "thousand records per second",
                rates);
        page.plot("sweep-" + grid, "Rate by setting: a point per run, a mark at the median");
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
        if (runs.isEmpty()) {
            return;
        }
        List<Effect> effects =
                new Effects(settings(runs), runs.stream().mapToDouble(value).toArray()).ranked();
        if (effects.isEmpty()) {
            return;
        }
        page.paragraph(
                "Effects on " + figure + ", the greatest first: change from the first value to the second over all"
                        + " values of the other settings, with 95 % t intervals; what is told has an interval without 0.");
        boolean mixed = effects.stream().anyMatch(effect -> !effect.mixedWith().isEmpty());
        if (mixed) {
            page.paragraph(
                    "In a fraction of all combinations some effects are mixed: the figure is the sum of theirs (* in"
                            + " the plot).");
        }
        page.table(
                List.of("setting", "effect", "95 % interval", "told"),
                effects.stream()
                        .map(effect -> List.of(
                                effect.mixedWith().isEmpty()
                                        ? effect.name()
                                        : effect.name() + " + " + String.join(" + ", effect.mixedWith()),
                                Page.number(effect.percent()) + " %",
                                Page.number(effect.lowPercent()) + " to " + Page.number(effect.highPercent()) + " %",
                                effect.isTold() ? "yes" : "no"))
                        .toList());
        plots.intervals(
                "effects-" + name,
                "Effects on " + figure,
                "change in percent, 95 % interval",
                effects.subList(0, Math.min(PLOTTED_EFFECTS, effects.size())));
        page.plot("effects-" + name, "Effects on " + figure + " with their intervals");
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
