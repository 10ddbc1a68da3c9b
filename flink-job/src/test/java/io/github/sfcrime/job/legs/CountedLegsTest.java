package io.github.sfcrime.job.legs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sfcrime.job.calls.Leg;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CountedLegsTest {

    private static final double LONGEST = 7 * 24 * 60 * 60;
    private static final Duration GOAL = Duration.ofMinutes(8);

    /** What times may look like: drawn from a uniform or normal number. */
    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of("log-normal", (ToDoubleFunction<Random>) r -> 480 * Math.exp(1.2 * r.nextGaussian())),
                Arguments.of("long tail", (ToDoubleFunction<Random>) r -> 60 * Math.pow(1 - r.nextDouble(), -0.8)),
                Arguments.of("two humps", (ToDoubleFunction<Random>) r -> r.nextBoolean() ? 5 : 500_000),
                Arguments.of("a few seconds", (ToDoubleFunction<Random>) r -> r.nextInt(100)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void percentilesAreWithinOnePercentOfTheExactOnesHoweverManyTimesThereAre(
            String shape, ToDoubleFunction<Random> draw) {
        Random random = new Random(shape.hashCode());
        for (int number : new int[] {1, 2, 3, 10, 99, 100, 101, 1_000, 20_000}) {
            long[] seconds = random.doubles()
                    .limit(number)
                    .mapToLong(unused -> (long) Math.min(draw.applyAsDouble(random), LONGEST))
                    .toArray();
            LegTimes times = counted(seconds).times(Leg.CLOSE, null);

            Arrays.sort(seconds);
            assertClose(times.median, seconds, 50);
            assertClose(times.p90, seconds, 90);
            assertClose(times.p99, seconds, 99);
            assertThat(times.goal).isNull();
        }
    }

    private static void assertClose(@Nullable Long percentile, long[] sorted, int ofHundred) {
        long exact = sorted[(sorted.length * ofHundred + 99) / 100 - 1];
        long given = Objects.requireNonNull(percentile);
        assertThat(given)
                .as("percentile %d of %d", ofHundred, sorted.length)
                .isCloseTo(exact, within(exact < 100 ? 0 : exact / 100));
    }

    private static CountedLegs counted(long[] seconds) {
        CountedLegs counted = new CountedLegs();
        for (long time : seconds) {
            counted.add(Measure.CALLS, 1);
            counted.add(Measure.of(Leg.CLOSE, time), 1);
        }
        return counted;
    }

    @Test
    void aShareWithinTheGoalIsAboutTheFirstUnitOnSceneAndExact() {
        CountedLegs counted = new CountedLegs();
        counted.add(Measure.CALLS, 4);
        counted.add(Measure.of(Leg.ONSCENE, 480), 1);
        counted.add(Measure.of(Leg.ONSCENE, 481), 2);
        counted.add(Measure.WITHIN_GOAL, 1);

        LegTimes times = counted.times(Leg.ONSCENE, GOAL);
        assertThat(times.calls).isEqualTo(4);
        assertThat(counted.count(Leg.ONSCENE)).isEqualTo(3);
        assertThat(times.goal).isEqualTo(480);
        assertThat(times.withinGoal).isEqualTo(1.0 / 3);
        assertThat(counted.times(Leg.CLOSE, GOAL).goal).isNull();
    }

    @Test
    void whereNoCallCameToAStageThereAreNoTimes() {
        CountedLegs counted = new CountedLegs();
        counted.add(Measure.CALLS, 4);

        LegTimes times = counted.times(Leg.ONSCENE, GOAL);
        assertThat(times.calls).isEqualTo(4);
        assertThat(times.median).isNull();
        assertThat(times.goal).isEqualTo(480);
        assertThat(times.withinGoal).isNull();
    }
}
