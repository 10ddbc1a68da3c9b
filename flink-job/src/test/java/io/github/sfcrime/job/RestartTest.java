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
import java.util.Map;
import java.util.Random;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls at random, in random order within the bound, through a job that is stopped and restored at random. */
class RestartTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"1, hashmap", "2, rocksdb", "3, forst"})
    void theRowsAreThoseOfAPlainCountWhereverTheJobIsStoppedAndRestored(long seed, String stateBackend)
            throws Exception {
        Random random = new Random(seed);
        NumberedCalls calls = new NumberedCalls(4_000, seed);
        Counting counting = counting(EnumSet.allOf(Query.class));
        PlainCount plain = new PlainCount(new TestWindows(120, 30, false), RadioCodes.builtIn(), Join.LEFT);
        try (StoppableJob job =
                new StoppableJob(counting, directory).with(StateBackendOptions.STATE_BACKEND, stateBackend)) {
            for (int parallelism : List.of(1, 2, 4, 1)) {
                job.run(calls, 2, parallelism, 1 + random.nextInt(800));
            }
            job.runToEnd(calls, 2);

            for (Query query : Query.values()) {
                assertThat(job.rows(query)).as(query.title()).isEqualTo(plain.rows(query, calls.all()));
            }
            assertThat(job.outcome("callsIn")).isEqualTo(4_000);
            assertThat(job.outcome("callsCounted")).isEqualTo(4_000);
            assertThat(job.outcome("callsTotalled")).isEqualTo(4_000);
        }
    }

    @Test
    void aQueryThatIsAddedBeginsWithTheCallsThatComeThenAndOneThatIsLeftOutDisturbsNoOther() throws Exception {
        NumberedCalls calls = new NumberedCalls(4_000, 5);
        try (StoppableJob job = new StoppableJob(counting(EnumSet.of(Query.COUNTS, Query.TOTALS)), directory)) {
            job.run(calls, 2, 2, 1_000);
            long first = calls.read();
            job.counting(counting(EnumSet.of(Query.TYPES, Query.TOTALS)))
                    .with(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
            job.runToEnd(calls, 2);

            PlainCount plain = new PlainCount(new TestWindows(120, 30, false), RadioCodes.builtIn(), Join.LEFT);
            assertThat(job.rows(Query.TOTALS)).isEqualTo(plain.rows(Query.TOTALS, calls.all()));
            assertThat(job.rows(Query.TYPES))
                    .isEqualTo(plain.rows(
                            Query.TYPES,
                            calls.all().subList((int) first, calls.all().size())));
            assertThat(job.outcome("callsIn")).isEqualTo(4_000);
            assertThat(job.outcome("callsCounted")).isEqualTo(4_000);
        }
    }

    @Test
    void recordsOnTheirWayInAnUnalignedCheckpointAreCountedOnceAtAnotherParallelism() throws Exception {
        NumberedCalls calls = new NumberedCalls(4_000, 6);
        try (StoppableJob job = new StoppableJob(counting(EnumSet.allOf(Query.class)), directory)) {
            job.runToUnalignedCheckpoint(calls, 4, 2, 800);
            job.runToUnalignedCheckpoint(calls, 4, 4, 800);
            job.runToUnalignedCheckpoint(calls, 4, 1, 800);
            job.runToEnd(calls, 2);

            PlainCount plain = new PlainCount(new TestWindows(120, 30, false), RadioCodes.builtIn(), Join.LEFT);
            for (Query query : Query.values()) {
                assertThat(job.rows(query)).as(query.title()).isEqualTo(plain.rows(query, calls.all()));
            }
            assertThat(job.outcome("callsIn")).isEqualTo(4_000);
            assertThat(job.outcome("callsCounted")).isEqualTo(4_000);
        }
    }

    private static Counting counting(EnumSet<Query> queries) {
        return new Counting(
                queries,
                WindowShape.hopping(Duration.ofHours(2), Duration.ofMinutes(30)),
                Duration.ZERO,
                TimeSource.EVENT,
                RadioCodes.builtIn(),
                2,
                Map.of("A", PlainCount.GOAL),
                Duration.ofDays(1),
                queries.contains(Query.OPEN_CALLS) ? Duration.ofDays(60) : null);
    }
}
