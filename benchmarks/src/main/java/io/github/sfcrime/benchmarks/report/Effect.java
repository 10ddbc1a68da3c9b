package io.github.sfcrime.benchmarks.report;

import java.util.List;

/**
 * How much going from a setting's first value to its second changes a figure, over all values of the other settings.
 *
 * @param name the setting with its values, or two settings whose values work together
 * @param mixedWith other pairs of settings that it cannot be told apart from, in a fraction of all combinations
 * @param percent change in percent
 * @param lowPercent lower end of its 95 % confidence interval
 * @param highPercent upper end
 */
record Effect(String name, List<String> mixedWith, double percent, double lowPercent, double highPercent) {

    /** Whether the interval leaves 0 out. */
    boolean isTold() {
        return lowPercent > 0 || highPercent < 0;
    }

    /** Whether it is of one setting, not of two together. */
    boolean isOfOneSetting() {
        return name.contains(": ");
    }

    /** The setting without its values. */
    String setting() {
        return name.replaceFirst(": .*", "");
    }
}
