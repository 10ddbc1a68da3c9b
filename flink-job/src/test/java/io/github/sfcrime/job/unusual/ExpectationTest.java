package io.github.sfcrime.job.unusual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    @Test
    void withoutOverdispersionItIsWhatJeffreysPriorPredicts() {
        NegativeBinomial expected = Expectation.after(new long[] {3, 4, 2, 3, 5, 3, 4, 2});

        assertThat(expected.mean()).isEqualTo(26.5 / 8);
        assertThat(expected.variance()).isEqualTo(26.5 / 8 * (1 + 1.0 / 8));
    }

    @Test
    void whereThereWereNoCallsAFewAreUnusualAndOneIsNot() {
        NegativeBinomial expected = Expectation.after(new long[26]);

        assertThat(expected.mean()).isEqualTo(0.5 / 26);
        assertThat(expected.atLeast(1)).isCloseTo(0.0187, within(1e-4));
        assertThat(expected.atLeast(4)).isLessThan(2e-6);
    }

    @Test
    void aSpreadThatIsWiderThanThatOfChanceWidensTheRange() {
        long[] wide = {0, 8, 1, 7, 0, 9, 2, 5, 0, 8, 1, 7};
        long[] narrow = {4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4};

        assertThat(Expectation.after(wide).quantile(0.025)).isEqualTo(14);
        assertThat(Expectation.after(narrow).quantile(0.025)).isEqualTo(9);
    }

    @Test
    void anOldBurstDoesNotHideANewOne() {
        long[] quiet = {1, 2, 1, 0, 1, 2, 1, 1};
        for (int week = 0; week < quiet.length; week++) {
            long[] withBurst = quiet.clone();
            withBurst[week] = 40;

            NegativeBinomial expected = Expectation.after(withBurst);
            assertThat(expected.mean()).isCloseTo(1.2, within(0.3));
            assertThat(expected.atLeast(15)).isLessThan(1e-5);
        }
    }

    @Test
    void ordinaryCountsWeighTheSameInWhateverOrder() {
        long[] counts = {2, 0, 5, 1, 3, 2, 4, 0, 2, 1};
        long[] turned = {1, 2, 0, 4, 2, 3, 1, 5, 0, 2};

        assertThat(Expectation.after(turned).mean())
                .isEqualTo(Expectation.after(counts).mean());
        assertThat(Expectation.after(counts).mean())
                .isEqualTo((Arrays.stream(counts).sum() + 0.5) / 10);
    }
}
