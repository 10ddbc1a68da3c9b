package io.github.sfcrime.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bar to the median for each name, with a point for each run.
 *
 * @param title the one thing that it says
 * @param unit what is measured
 * @param bars from top to bottom
 * @param line a goal or a limit; null for none
 */
record BarPlot(
        String title, String unit, List<Bar> bars, @Nullable Line line) {

    /**
     * A bar.
     *
     * @param name what it is of
     * @param runs what each run came to
     * @param standsOut whether it is what the plot is about
     */
    record Bar(String name, List<Double> runs, boolean standsOut) {

        Bar(String name, double[] runs, boolean standsOut) {
            this(name, Arrays.stream(runs).boxed().toList(), standsOut);
        }

        double[] figures() {
            return runs.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double median() {
            return Spread.of(figures()).median();
        }
    }

    /**
     * A goal or a limit.
     *
     * @param name what it is
     * @param value where it is
     */
    record Line(String name, double value) {}

    double highest() {
        double highest = bars.stream()
                .flatMapToDouble(bar -> bar.runs().stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(1);
        return line == null ? highest : Math.max(highest, line.value());
    }
}
