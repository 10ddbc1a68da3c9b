package io.github.sfcrime.job.unusual;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.StateBackends;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.StateBackend;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the two operators against {@link PlainUnusual}: counts at random with bursts, groups that come and go, counts
 * that change after their window has closed, watermarks that step and jump, and restores at another parallelism that go
 * back to a checkpoint.
 */
class UnusualModelTest {

    private static final long WINDOW = Duration.ofHours(12).toMillis();
    private static final long START = Duration.ofDays(17_000).toMillis();
    private static final int WINDOWS = 40 * 14;
    private static final List<Group> GROUPS = IntStream.range(0, 12)
            .mapToObj(i -> new Group("type " + i % 4, i / 4 == 0 ? null : "district " + i / 4))
            .toList();

    static Stream<Arguments> runs() {
        return Stream.concat(
                IntStream.range(0, 25).mapToObj(seed -> Arguments.of(seed, StateBackends.heap())),
                StateBackends.all().skip(1).map(backend -> Arguments.of(100, backend)));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("runs")
    void theRowsAreThoseOfThePlainModel(int seed, StateBackend backend) throws Exception {
        Random random = new Random(seed);
        List<Step> steps = steps(random);
        PlainUnusual plain = new PlainUnusual(WINDOW);
        steps.forEach(step -> step.of(plain));

        try (UnusualHarness job = new UnusualHarness(Duration.ofMillis(WINDOW), backend)) {
            int checkpoint = 0;
            int restores = 0;
            for (int i = 0; i < steps.size(); i++) {
                if (random.nextInt(60) == 0) {
                    job.checkpoint();
                    checkpoint = i;
                } else if (restores < 8 && random.nextInt(80) == 0) {
                    restores++;
                    job.restore(1 + random.nextInt(4));
                    i = checkpoint;
                }
                steps.get(i).of(job);
            }
            assertThat(job.rows())
                    .containsExactlyInAnyOrderElementsOf(plain.rows())
                    .isNotEmpty();
        }
    }

    /** What comes to the operators: a count, or a watermark where there is none. */
    private record Step(long windowEnd, Group group, long count, boolean again) {

        void of(PlainUnusual plain) {
            if (count == 0) {
                plain.close(windowEnd);
            } else {
                plain.count(windowEnd, group.first, group.second, count, again);
            }
        }

        void of(UnusualHarness job) throws Exception {
            if (count == 0) {
                job.watermark(windowEnd);
            } else {
                GroupCount row = new GroupCount();
                row.windowStart = windowEnd - WINDOW;
                row.windowEnd = windowEnd;
                row.first = group.first;
                row.second = group.second;
                row.count = count;
                row.again = again;
                job.count(row);
            }
        }
    }

    private static List<Step> steps(Random random) {
        List<Step> steps = new ArrayList<>();
        double[] rates = GROUPS.stream()
                .mapToDouble(group -> 6 * random.nextDouble() * random.nextDouble())
                .toArray();
        int[] leaves =
                GROUPS.stream().mapToInt(group -> random.nextInt(4 * WINDOWS)).toArray();
        long closed = START;
        for (int window = 1; window <= WINDOWS; window++) {
            long end = START + window * WINDOW;
            for (int group = 0; group < rates.length; group++) {
                boolean away = window > leaves[group] && window < leaves[group] + 20 * 14;
                double rate = rates[group] * (random.nextInt(150) == 0 ? 8 : 1);
                long count = away ? 0 : poisson(rate, random);
                if (count > 0) {
                    steps.add(new Step(end, GROUPS.get(group), count, false));
                }
            }
            if (random.nextInt(6) > 0) {
                steps.add(new Step(end, GROUPS.get(0), 0, false));
                closed = end;
            }
            if (closed == end && random.nextInt(3) == 0) {
                long earlier = end - random.nextInt(8) * WINDOW;
                steps.add(new Step(earlier, GROUPS.get(random.nextInt(12)), 1 + random.nextInt(9), true));
            }
        }
        steps.add(new Step(Long.MAX_VALUE, GROUPS.get(0), 0, false));
        return steps;
    }

    private static long poisson(double rate, Random random) {
        long count = 0;
        for (double product = random.nextDouble(); product > Math.exp(-rate); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
