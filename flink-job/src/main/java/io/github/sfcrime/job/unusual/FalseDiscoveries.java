package io.github.sfcrime.job.unusual;

import java.util.Comparator;
import java.util.List;

/**
 * Selects from many tests those that are significant together, by Benjamini and Hochberg, Controlling the false discovery
 * rate: a practical and powerful approach to multiple testing (Journal of the Royal Statistical Society B 57, 1995). Of
 * the selected ones a share of {@link #RATE} is false on average; where nothing is unusual, one window of a hundred has
 * any. That holds for counts that are independent or rise together, as the ones of districts do (Benjamini and Yekutieli,
 * The control of the false discovery rate in multiple testing under dependency, Annals of Statistics 29, 2001). Their
 * own procedure, which holds for whatever dependency, would divide the rate by the logarithm of the number of tests, and
 * miss bursts for a dependency that counts of calls do not have.
 */
final class FalseDiscoveries {

    static final double RATE = 0.01;

    private FalseDiscoveries() {}

    /**
     * The highest probability that is significant; below 0 where none is.
     *
     * @param suspects those of all tests of a window whose probability may be
     * @param tests how many tests there were
     */
    static double limit(List<Suspect> suspects, long tests) {
        double[] probabilities = suspects.stream()
                .sorted(Comparator.comparingDouble(suspect -> suspect.probability))
                .mapToDouble(suspect -> suspect.probability)
                .toArray();
        for (int rank = probabilities.length; rank > 0; rank--) {
            if (probabilities[rank - 1] <= RATE * rank / tests) {
                return probabilities[rank - 1];
            }
        }
        return -1;
    }
}
