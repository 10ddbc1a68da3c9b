package io.github.sfcrime.benchmarks.report;

import java.util.List;

/**
 * An estimate with its interval for each effect; 0 is in the middle.
 *
 * @param title the one thing that it says
 * @param unit what is estimated
 * @param effects from top to bottom
 */
record IntervalPlot(String title, String unit, List<Effect> effects) {

    double farthest() {
        return effects.stream()
                .mapToDouble(effect -> Math.max(-effect.lowPercent(), effect.highPercent()))
                .max()
                .orElse(1);
    }
}
