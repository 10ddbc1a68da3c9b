package io.github.sfcrime.benchmarks.report;

import java.util.Locale;
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

    /** The median and the range of rates. */
    String rates() {
        return rate(median) + " (" + rate(min) + " to " + rate(max) + ")";
    }

    /** The median and the range of other figures. */
    String numbers() {
        return Page.number(median) + (runs > 1 ? " (" + Page.number(min) + " to " + Page.number(max) + ")" : "");
    }

    /** A rate with three digits. */
    static String rate(double perSecond) {
        if (perSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.2f M", perSecond / 1e6);
        }
        return perSecond >= 1e5
                ? String.format(Locale.ROOT, "%.0f k", perSecond / 1e3)
                : String.format(
                        Locale.ROOT,
                        perSecond >= 1e4 ? "%.1f k" : "%,.0f",
                        perSecond >= 1e4 ? perSecond / 1e3 : perSecond);
    }

    /** A rate of few digits, for an axis. */
    static String roundRate(double perSecond) {
        return perSecond == 0
                ? "0"
                : rate(perSecond).replaceFirst("\\.(\\d*?)0+ ", ".$1 ").replace(". ", " ");
    }

    /** How many times one figure is another. */
    static String times(double one, double other) {
        return String.format(Locale.ROOT, "%.1f", one / other);
    }
}
