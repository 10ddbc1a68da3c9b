package io.github.sfcrime.job.unusual;

/**
 * What a count is expected to be, by the counts of the same window in earlier weeks.
 *
 * <p>The method is of the family of Farrington et al., A statistical algorithm for the early detection of outbreaks of
 * infectious disease (Journal of the Royal Statistical Society A 159, 1996), as improved by Noufaily et al., An improved
 * algorithm for outbreak detection in multiple surveillance systems (Statistics in Medicine 32, 2013): the counts of
 * earlier weeks are quasi-Poisson, weeks whose Anscombe residual is above 2.58 weigh less, by the inverse square of it, so
 * that an old burst does not hide a new one, and the count is compared with a negative binomial distribution of that mean
 * and dispersion.
 *
 * <p>It differs in two places, because there are 8 to 26 counts instead of some dozens. The residual of a week is taken from
 * the mean and the dispersion of the other weeks: among n values none is further than (n - 1) / √n standard deviations
 * from a mean that it is part of, which is 2.47 for 8. And the distribution is the one that is predicted for a further
 * count, which allows for the error of the mean: without overdispersion it is that of Höhle, surveillance: An R package
 * for the monitoring of infectious diseases (Computational Statistics 22, 2007), of a Poisson rate with Jeffreys'
 * prior. So it is of use even where all earlier counts are 0.
 */
final class Expectation {

    private static final double OUTLYING = 2.58;

    /** One or two calls are no burst, however rare they are. */
    private static final long FEW = 2;

    /** What Jeffreys' prior adds to the sum of the counts. */
    private static final double PRIOR = 0.5;

    private Expectation() {}

    /** The distribution of the next count; {@code counts} are of earlier weeks, at least three. */
    static NegativeBinomial after(long[] counts) {
        double[] weights = weights(counts);
        double weight = 0;
        double sum = PRIOR;
        for (int i = 0; i < counts.length; i++) {
            weight += weights[i];
            sum += weights[i] * counts[i];
        }
        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            squares += weights[i] * (counts[i] - mean) * (counts[i] - mean);
        }
        double dispersion = dispersion(squares, mean, weight);
        return new NegativeBinomial(mean, dispersion * mean * (1 + 1 / weight));
    }

    /** The variance of counts over their mean: that of a Poisson distribution at least. */
    private static double dispersion(double squares, double mean, double number) {
        return Math.max(1, squares / mean / (number - 1));
    }

    private static double[] weights(long[] counts) {
        double sum = 0;
        double squares = 0;
        for (long count : counts) {
            sum += count;
            squares += (double) count * count;
        }
        double[] weights = new double[counts.length];
        int others = counts.length - 1;
        for (int i = 0; i < counts.length; i++) {
            double count = counts[i];
            double mean = (sum - count + PRIOR) / others;
            double ofOthers = squares - count * count - 2 * mean * (sum - count) + others * mean * mean;
            double residual =
                    count <= FEW ? 0 : anscombe(count, mean, dispersion(ofOthers, mean, others) * (1 + 1.0 / others));
            weights[i] = residual > OUTLYING ? 1 / (residual * residual) : 1;
        }
        return weights;
    }

    /** How many standard deviations a count is above the mean, on a scale on which such counts are nearly normal. */
    private static double anscombe(double count, double mean, double dispersion) {
        double difference = Math.pow(count, 2.0 / 3) - Math.pow(mean, 2.0 / 3);
        return 1.5 * difference / (Math.pow(mean, 1.0 / 6) * Math.sqrt(dispersion));
    }
}
