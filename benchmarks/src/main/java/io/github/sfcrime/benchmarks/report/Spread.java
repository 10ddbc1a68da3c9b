package io.github.sfcrime.benchmarks.report;

import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * What several runs came to.
 *
 * @param min least
 * @param median median
 * @param max greatest
 * @param runs how many
 */
record Spread(double min, double median, double max, long runs) {

    static Spread of(double... figures) {
        DescriptiveStatistics statistics = new DescriptiveStatistics(figures);
        return new Spread(statistics.getMin(), statistics.getPercentile(50), statistics.getMax(), statistics.getN());
    }

    /** The median and the range, in thousands. */
    String thousands() {
        return Page.number(median / 1e3) + " k (" + Page.number(min / 1e3) + " to " + Page.number(max / 1e3) + " k)";
    }
}
