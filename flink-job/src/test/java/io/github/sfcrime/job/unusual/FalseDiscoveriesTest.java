package io.github.sfcrime.job.unusual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {

    @Test
    void aProbabilityIsComparedWithItsRankAmongAllTests() {
        assertThat(limit(100, 0.0001)).isEqualTo(0.0001);
        assertThat(limit(100, 0.00011)).isNegative();
        assertThat(limit(100, 0.0004, 0.00011, 0.0003, 0.00035)).isEqualTo(0.0004);
        assertThat(limit(100, 0.00041, 0.00011, 0.0003, 0.00035)).isNegative();
        assertThat(limit(100, 0.04, 0.00009)).isEqualTo(0.00009);
    }

    @Test
    void withoutSuspectsNoneIsSignificant() {
        assertThat(limit(100)).isNegative();
    }

    private static double limit(long tests, double... probabilities) {
        return FalseDiscoveries.limit(
                DoubleStream.of(probabilities)
                        .mapToObj(probability -> {
                            Suspect suspect = new Suspect();
                            suspect.probability = probability;
                            return suspect;
                        })
                        .toList(),
                tests);
    }
}
