package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.PlainCount.TestWindows;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.EventTime;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountCallsJobTest {

    private static final Set<Query> ALL = EnumSet.complementOf(EnumSet.of(Query.OPEN_CALLS));
    private static final WindowShape HOURS = WindowShape.tumbling(Duration.ofHours(1));
    private static final TestWindows TEST_HOURS = new TestWindows(60, 60, false);

    @ParameterizedTest
    @CsvSource({
        "1, 60, 60, false",
        "2, 60, 60, false",
        "4, 60, 60, false",
        "2, 60, 10, false",
        "2, 1440, 1440, false",
        "2, 1440, 360, true"
    })
    void shuffledCallsAreCountedAsAPlainCountDoes(int parallelism, long size, long step, boolean cumulating)
            throws Exception {
        List<CallRecord> calls = RandomCalls.of(10_000, 42);
        Collections.shuffle(calls, new Random(7));
        WindowShape shape = cumulating
                ? WindowShape.cumulating(Duration.ofMinutes(size), Duration.ofMinutes(step))
                : WindowShape.hopping(Duration.ofMinutes(size), Duration.ofMinutes(step));

        try (Run run = Run.of(calls, counting(ALL, shape), Join.LEFT, null, parallelism)) {
            PlainCount plain = new PlainCount(new TestWindows(size, step, cumulating), RadioCodes.builtIn(), Join.LEFT);
            for (Query query : ALL) {
                assertThat(run.rows(query)).as(query.title()).isEqualTo(plain.rows(query, calls));
            }
            assertThat(run.outcomes())
                    .isEqualTo("in 10000 = counted 10000 + late 0 + dead letter 0 + duplicate 0; totalled 10000");
            assertThat(run.pipeline.late()).isEmpty();
            assertThat(run.pipeline.deadLetters()).isEmpty();
        }
    }

    @Test
    void aQueryAloneGivesTheSameRows() throws Exception {
        List<CallRecord> calls = RandomCalls.of(2_000, 43);
        PlainCount plain = new PlainCount(TEST_HOURS, RadioCodes.builtIn(), Join.INNER);
        for (Query query : ALL) {
            try (Run run = Run.of(calls, counting(EnumSet.of(query), HOURS), Join.INNER, null, 2)) {
                assertThat(run.rows(query)).as(query.title()).isEqualTo(plain.rows(query, calls));
            }
        }
    }

    @Test
    void aRecordThatCannotBeReadIsADeadLetter() throws Exception {
        List<CallRecord> calls = RandomCalls.of(100, 44);
        CallRecord damaged = new CallRecord();
        damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");
        calls.add(50, damaged);

        try (Run run = Run.of(calls, counting(EnumSet.of(Query.COUNTS), HOURS), Join.LEFT, null, 1)) {
            assertThat(run.pipeline.deadLetters()).containsExactly("body is damaged");
            assertThat(run.outcomes())
                    .isEqualTo("in 101 = counted 100 + late 0 + dead letter 1 + duplicate 0; totalled 0");
        }
    }

    @Test
    void aCallThatComesAgainIsCountedOnceWhereThatIsAskedFor() throws Exception {
        List<CallRecord> calls = RandomCalls.of(1_000, 45);
        List<CallRecord> twice = new ArrayList<>(calls);
        twice.addAll(calls);
        Collections.shuffle(twice, new Random(8));

        try (Run run = Run.of(twice, counting(EnumSet.of(Query.COUNTS), HOURS), Join.LEFT, Duration.ofDays(1), 2)) {
            assertThat(run.rows(Query.COUNTS))
                    .isEqualTo(new PlainCount(TEST_HOURS, RadioCodes.builtIn(), Join.LEFT).rows(Query.COUNTS, calls));
            assertThat(run.outcomes())
                    .isEqualTo("in 2000 = counted 1000 + late 0 + dead letter 0 + duplicate 1000; totalled 0");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 46", "2, 47", "4, 48"})
    void updatesInAnyOrderAreCountedAsAPlainCountOfTheLatestOfEachCallDoes(int parallelism, long seed)
            throws Exception {
        RandomUpdates updates = RandomUpdates.of(2_000, seed);
        Counting counting = counting(EnumSet.allOf(Query.class), HOURS, Duration.ofDays(60));

        try (Run run = Run.of(updates.records(), counting, Join.LEFT, null, parallelism)) {
            PlainCount plain = new PlainCount(TEST_HOURS, RadioCodes.builtIn(), Join.LEFT);
            for (Query query : Query.values()) {
                assertThat(run.rows(query)).as(query.title()).isEqualTo(plain.rows(query, updates.latest()));
            }
            int records = updates.records().size();
            assertThat(run.outcomes())
                    .isEqualTo("in %d = counted 2000 + late 0 + dead letter 0 + duplicate 0; totalled 2000"
                            .formatted(records));
            assertThat(run.outcome("callsSuperseded")).isEqualTo(records - 2_000);
        }
    }

    private static Counting counting(Set<Query> queries, WindowShape shape) {
        return counting(queries, shape, null);
    }

    private static Counting counting(Set<Query> queries, WindowShape shape, @Nullable Duration updates) {
        return new Counting(
                queries,
                shape,
                Duration.ZERO,
                TimeSource.EVENT,
                RadioCodes.builtIn(),
                2,
                Map.of("A", PlainCount.GOAL),
                Duration.ofDays(1),
                updates);
    }

    /** One bounded run of the pipeline between a source and sinks of the test's own. */
    private static final class Run implements AutoCloseable {

        private final GivenCalls given;
        private final CollectedPipeline pipeline = new CollectedPipeline(PlainCount::text);
        private final JobExecutionResult result;

        private Run(
                List<CallRecord> calls, Counting counting, Join join, @Nullable Duration deduplicate, int parallelism)
                throws Exception {
            StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
            FlinkDefaults.apply(environment);
            environment.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "none"));
            given = new GivenCalls(calls);
            pipeline.addTo(
                    CountCallsJob.read(
                            environment,
                            given.source(),
                            new EventTime(TimeSource.EVENT, Duration.ofDays(30), Duration.ofMinutes(1), null),
                            true,
                            parallelism),
                    counting,
                    join,
                    deduplicate);
            result = environment.execute("test");
        }

        static Run of(
                List<CallRecord> calls, Counting counting, Join join, @Nullable Duration deduplicate, int parallelism)
                throws Exception {
            return new Run(calls, counting, join, deduplicate, parallelism);
        }

        List<String> rows(Query query) {
            return pipeline.rows(query);
        }

        String outcomes() {
            return "in %s = counted %s + late %s + dead letter %s + duplicate %s; totalled %s"
                    .formatted(
                            outcome("callsIn"),
                            outcome("callsCounted"),
                            outcome("callsLate"),
                            outcome("callsDeadLetter"),
                            outcome("callsDuplicate"),
                            outcome("callsTotalled"));
        }

        private long outcome(String name) {
            return CollectedPipeline.outcome(result, name);
        }

        @Override
        public void close() {
            given.close();
            pipeline.close();
        }
    }
}
