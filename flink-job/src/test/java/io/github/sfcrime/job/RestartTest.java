package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.PlainCount.TestWindows;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls at random, in random order within the bound, through a job that is stopped and restored at random. */
class RestartTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theRowsAreThoseOfAPlainCountWhereverTheJobIsStoppedAndRestored(long seed) throws Exception {
        Random random = new Random(seed);
        NumberedCalls calls = new NumberedCalls(4_000, seed);
        WindowShape hours = WindowShape.hopping(Duration.ofHours(2), Duration.ofMinutes(30));
        Counting counting = new Counting(
                EnumSet.allOf(Query.class),
                hours,
                Duration.ZERO,
                TimeSource.EVENT,
                RadioCodes.builtIn(),
                2,
                Duration.ofDays(1));
        PlainCount plain = new PlainCount(new TestWindows(120, 30, false), RadioCodes.builtIn(), Join.LEFT);
        try (StoppableJob job = new StoppableJob(counting, directory)) {
            for (int parallelism : List.of(1, 2, 4, 1)) {
                job.run(calls, 6, parallelism, 1 + random.nextInt(800));
            }
            job.runToEnd(calls, 2);

            for (Query query : Query.values()) {
                assertThat(job.rows(query)).as(query.title()).isEqualTo(plain.rows(query, calls.all()));
            }
            assertThat(job.door("callsIn")).isEqualTo(4_000);
            assertThat(job.door("callsCounted")).isEqualTo(4_000);
            assertThat(job.door("callsTotalled")).isEqualTo(4_000);
        }
    }
}
