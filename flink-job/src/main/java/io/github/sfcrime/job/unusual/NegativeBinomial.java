package io.github.sfcrime.job.unusual;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * A negative binomial distribution.
 *
 * @param mean above 0
 * @param variance above the mean
 */
record NegativeBinomial(double mean, double variance) {

    /** The probability of {@code count} or more. */
    double atLeast(long count) {
        if (count <= 0) {
            return 1;
        }
        double size = mean * mean / (variance - mean);
        return RegularizedBeta.value(1 - mean / variance, (double) count, size);
    }

    /** The smallest count above which there is at most that probability. */
    long quantile(double above) {
        long high = 1;
        while (atLeast(high) > above) {
            high *= 2;
        }
        long low = 0;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (atLeast(middle + 1) > above) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
