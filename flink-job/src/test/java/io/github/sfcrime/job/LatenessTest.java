package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.PlainCount.TestWindows;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Places;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.JobExecutionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which calls are late follows from the data: not from who reads which partition, how fast, or when a job is stopped.
 */
class LatenessTest {

    private static final WindowShape HOURS = WindowShape.tumbling(Duration.ofHours(1));
    private static final TestWindows TEST_HOURS = new TestWindows(60, 60, false);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long START = Instant.parse("2018-10-02T09:00:00Z").toEpochMilli();
    private static final int PER_PARTITION = 1_500;
    private static final int CALLS = 4 * PER_PARTITION;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"1, ", "2, ", "4, ", "1, P1D", "2, P1D", "4, P1D"})
    void aBoundedRunGivesTheSameRowsAndLateRecordsAtAnyParallelism(int parallelism, @Nullable Duration deduplicate)
            throws Exception {
        Expected expected = new Expected(1);
        try (PartitionedJob job = new PartitionedJob(
                new PartitionedCalls(expected.partitions, true), HOURS, deduplicate, null, directory)) {
            JobExecutionResult result = job.runToEnd(parallelism);

            expected.assertWrittenBy(job);
            assertThat(CollectedPipeline.outcome(result, "callsIn")).isEqualTo(CALLS);
            assertThat(CollectedPipeline.outcome(result, "callsCounted")).isEqualTo(expected.counted.size());
            assertThat(CollectedPipeline.outcome(result, "callsLate")).isEqualTo(expected.late.size());
        }
    }

    @Test
    void anUnboundedRunGivesThemWhereverItIsStoppedAndAtWhicheverParallelismItGoesOn() throws Exception {
        Expected expected = new Expected(2);
        try (PartitionedJob job =
                new PartitionedJob(new PartitionedCalls(expected.partitions, false), HOURS, null, null, directory)) {
            job.runTo(1_000, 2, false);
            job.runTo(2_000, 2, false);
            job.runTo(3_000, 4, false);
            job.runTo(4_500, 1, false);
            job.runTo(CALLS, 3, true);

            expected.assertWrittenBy(job);
        }
    }

    @Test
    void aBoundedRunGivesThemWhenItIsStoppedAndGoesOnAtTheSameParallelism() throws Exception {
        Expected expected = new Expected(3);
        try (PartitionedJob job =
                new PartitionedJob(new PartitionedCalls(expected.partitions, true), HOURS, null, null, directory)) {
            job.runTo(1_500, 2, false);
            job.runTo(3_000, 2, false);
            JobExecutionResult result = job.runToEnd(2);

            expected.assertWrittenBy(job);
            assertThat(CollectedPipeline.outcome(result, "callsIn")).isEqualTo(CALLS);
            assertThat(CollectedPipeline.outcome(result, "callsLate")).isEqualTo(expected.late.size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aBoundedRunThatKeepsItsPartitionsTogetherGivesThemToo(int parallelism) throws Exception {
        Expected expected = new Expected(4);
        try (PartitionedJob job = new PartitionedJob(
                new PartitionedCalls(expected.partitions, true), HOURS, null, Duration.ofHours(6), directory)) {
            job.runToEnd(parallelism);

            expected.assertWrittenBy(job);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aCallThatIsLateForSomeCumulatingWindowsIsInTheOthersAtAnyParallelism(int parallelism) throws Exception {
        Expected expected = new Expected(6, new TestWindows(120, 20, true));
        WindowShape growing = WindowShape.cumulating(Duration.ofHours(2), Duration.ofMinutes(20));
        try (PartitionedJob job =
                new PartitionedJob(new PartitionedCalls(expected.partitions, true), growing, null, null, directory)) {
            JobExecutionResult result = job.runToEnd(parallelism);

            expected.assertWrittenBy(job);
            assertThat(CollectedPipeline.outcome(result, "callsPartlyLate")).isGreaterThan(100);
        }
    }

    @Test
    void aSavepointThatClosedEveryWindowIsNotGoneOnWith() throws Exception {
        Expected expected = new Expected(7);
        try (PartitionedJob job =
                new PartitionedJob(new PartitionedCalls(expected.partitions, false), HOURS, null, null, directory)) {
            job.runTo(1_000, 2, true);

            assertThatThrownBy(() -> job.runTo(2_000, 2, false))
                    .hasStackTraceContaining("restore a savepoint that was taken without --drain");
        }
    }

    /** Its state is dropped with it then, and what it had counted must not be. */
    @Test
    void whatAReaderCountedThatEndedBeforeTheOthersIsNotLostByARestart() throws Exception {
        Expected expected = new Expected(5);
        List<List<CallRecord>> unequal =
                List.of(expected.partitions.get(0).subList(0, 100), expected.partitions.get(1));
        PartitionedCalls calls = new PartitionedCalls(unequal, true);
        try (PartitionedJob job = new PartitionedJob(calls, HOURS, null, null, directory)) {
            calls.allow(1_000);
            JobExecutionResult result = job.runToEnd(2, new FailAfterCheckpoints(calls));

            assertThat(CollectedPipeline.outcome(result, "callsIn")).isEqualTo(100 + PER_PARTITION);
            assertThat(CollectedPipeline.outcome(result, "callsCounted")
                            + CollectedPipeline.outcome(result, "callsLate"))
                    .isEqualTo(100 + PER_PARTITION);
        }
    }

    /** Calls of four partitions out of order by more than the bound, and what a plain loop makes of them. */
    private static final class Expected {

        private final TestWindows windows;
        private final List<List<CallRecord>> partitions = new ArrayList<>();
        private final List<CallRecord> counted = new ArrayList<>();
        private final List<String> late = new ArrayList<>();

        Expected(long seed) {
            this(seed, TEST_HOURS);
        }

        Expected(long seed, TestWindows windows) {
            this.windows = windows;
            Random random = new Random(seed);
            for (int partition = 0; partition < 4; partition++) {
                List<CallRecord> calls = new ArrayList<>();
                long latest = Long.MIN_VALUE;
                for (int offset = 0; offset < PER_PARTITION; offset++) {
                    CallRecord call = call(partition, offset, random);
                    calls.add(call);
                    call.watermark = latest == Long.MIN_VALUE ? latest : latest - PartitionedJob.BOUND.toMillis() - 1;
                    if (windows.openFor(call).isEmpty()) {
                        late.add(CollectedPipeline.text(new SetAsideRecord(
                                call.source, "late: watermark was " + TestWindows.wallClock(call.watermark))));
                    } else {
                        counted.add(call);
                    }
                    latest = Math.max(latest, call.callDateTime);
                }
                partitions.add(calls);
            }
            late.sort(null);
        }

        private static CallRecord call(int partition, int offset, Random random) {
            CallRecord call = new CallRecord();
            call.crimeId = partition * 100_000L + offset;
            call.callDateTime = START + offset * MINUTE - random.nextInt(120) * MINUTE;
            call.originalCrimeTypeName = random.nextBoolean() ? "Passing Call" : "Trespasser";
            call.disposition = random.nextBoolean() ? "HAN" : null;
            call.places = new String[Places.KINDS.size()];
            call.source.topic = "crime_data";
            call.source.partition = partition;
            call.source.offset = offset;
            return call;
        }

        void assertWrittenBy(PartitionedJob job) {
            PlainCount plain = new PlainCount(windows, RadioCodes.builtIn(), Join.LEFT);
            assertThat(late).hasSizeGreaterThan(100);
            assertThat(job.late()).isEqualTo(late);
            assertThat(job.rows()).isEqualTo(plain.rows(Query.COUNTS, counted));
        }
    }
}
