package io.github.sfcrime.benchmarks.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyPhaseTest {

    private static final Duration WARM_UP = Duration.ofSeconds(10);

    @Test
    void theWarmUpIsCutFromTheFirstCountedCallOn() {
        List<Sample> samples = List.of(
                new Sample(5, 100, 1), new Sample(15, 1_000, 11), new Sample(25, 3_000, 21), new Sample(35, 5_000, 31));

        assertThat(SteadyPhase.after(WARM_UP, samples)).isEqualTo(new SteadyPhase(10, 20, 4_000, 20));
    }

    @Test
    void noMoreThanHalfOfAShortRunIsCut() {
        List<Sample> samples =
                List.of(new Sample(1, 100, 1), new Sample(2, 200, 2), new Sample(3, 500, 3), new Sample(4, 900, 4));

        assertThat(SteadyPhase.after(WARM_UP, samples)).isEqualTo(new SteadyPhase(2, 1, 400, 1));
    }

    @Test
    void partOfTheCallsIsMeasuredBetweenTheFirstSamplesThatHaveSeenThem() {
        List<Sample> samples = List.of(
                new Sample(5, 100, 1), new Sample(15, 1_000, 11), new Sample(25, 3_000, 21), new Sample(35, 5_000, 31));

        assertThat(SteadyPhase.between(1_000, 2_500, samples)).isEqualTo(new SteadyPhase(10, 10, 2_000, 10));
        assertThat(SteadyPhase.between(2_000, 9_000, samples)).isEqualTo(new SteadyPhase(20, 10, 2_000, 10));
    }

    @Test
    void ofTwoSamplesTheLastStepCounts() {
        List<Sample> samples = List.of(new Sample(1, 100, 1), new Sample(3, 500, 2));

        assertThat(SteadyPhase.after(WARM_UP, samples)).isEqualTo(new SteadyPhase(0, 2, 400, 1));
    }

    @Test
    void aRunOfOneSampleIsTakenWhole() {
        assertThat(SteadyPhase.after(WARM_UP, List.of(new Sample(4, 500, 2)))).isEqualTo(new SteadyPhase(0, 4, 500, 2));
    }

    @Test
    void ratesAreOfTheSteadyPhaseAlone() {
        SteadyPhase steady = new SteadyPhase(10, 20, 4_000_000, 8);

        assertThat(steady.recordsPerSecond()).isEqualTo(200_000);
        assertThat(steady.cpuSecondsPerMillion()).isEqualTo(2);
    }
}
