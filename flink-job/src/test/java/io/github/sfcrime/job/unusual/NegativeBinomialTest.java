package io.github.sfcrime.job.unusual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {

    @ParameterizedTest
    @CsvSource({"0.02, 0.0208", "0.3, 0.34", "1, 1.125", "4, 4.5", "4, 20", "60, 62.3", "900, 5000"})
    void tailsAndQuantilesAreThoseOfAPlainSum(double mean, double variance) {
        NegativeBinomial distribution = new NegativeBinomial(mean, variance);
        for (long count : new long[] {0, 1, 2, 3, 5, 10, 40, 100, 1_000}) {
            double plain = PlainUnusual.atLeast(count, mean, variance);
            assertThat(distribution.atLeast(count)).isCloseTo(plain, within(1e-9 * plain));
        }
        for (double above : new double[] {0.975, 0.5, 0.025, 1e-6}) {
            assertThat(distribution.quantile(above)).isEqualTo(PlainUnusual.quantile(above, mean, variance));
        }
    }
}
