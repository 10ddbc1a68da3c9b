package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.StateBackends;
import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomesTold;
import io.github.sfcrime.job.partials.Buckets;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.partials.PartialCountsBuilder;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CountWindowsTest {

    private static final int MAX_PARALLELISM = 128;
    private static final Buckets BUCKETS = Buckets.oneForEachKeyGroup(MAX_PARALLELISM);
    private static final WindowShape HOURS = WindowShape.tumbling(Duration.ofHours(1));

    @Test
    void aWindowIsEmittedOnceWhenTheWatermarkClosesItAndLeavesNothingBehind() throws Exception {
        try (Harness harness = new Harness(HOURS)) {
            harness.open();
            harness.add("10:00", "Passing Call", "HAN", 3);
            harness.add("10:00", "Passing Call", "HAN", 4);
            harness.add("10:00", "Passing Call", null, 1);
            harness.add("11:00", "Passing Call", "HAN", 5);

            harness.processWatermark(millis("10:00") - 2);
            assertThat(harness.rows()).isEmpty();

            harness.processWatermark(millis("10:00") - 1);
            assertThat(harness.rows())
                    .containsExactlyInAnyOrder("09:00-10:00 Passing Call HAN 7", "09:00-10:00 Passing Call null 1");

            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.rows()).hasSize(3).contains("10:00-11:00 Passing Call HAN 5");
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.slices()).isZero();
        }
    }

    @Test
    void aWatermarkThatJumpsClosesTheWindowsOfABucketOldestFirst() throws Exception {
        try (Harness harness = new Harness(HOURS)) {
            harness.open();
            harness.add("12:00", "Passing Call", "HAN", 3);
            harness.add("10:00", "Passing Call", "HAN", 1);
            harness.add("11:00", "Passing Call", "HAN", 2);
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);

            harness.processWatermark(millis("11:30"));

            assertThat(harness.rows())
                    .containsExactly("09:00-10:00 Passing Call HAN 1", "10:00-11:00 Passing Call HAN 2");
            assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        }
    }

    @Test
    void hoppingWindowsShareTheirSlices() throws Exception {
        try (Harness harness = new Harness(WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(30)))) {
            harness.open();
            harness.add("09:30", "Passing Call", "HAN", 1);
            harness.add("10:00", "Passing Call", "HAN", 2);

            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.rows())
                    .containsExactly(
                            "08:30-09:30 Passing Call HAN 1",
                            "09:00-10:00 Passing Call HAN 3",
                            "09:30-10:30 Passing Call HAN 2");
            assertThat(harness.slices()).isZero();
        }
    }

    @Test
    void aWindowThatHasBeenEmittedIsNotEmittedAgainForACallThatIsInTimeForTheNext() throws Exception {
        try (Harness harness = new Harness(WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(30)))) {
            harness.open();
            harness.processWatermark(millis("09:30"));
            harness.add("09:30", "Passing Call", "HAN", 1);

            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.rows()).containsExactly("09:00-10:00 Passing Call HAN 1");
        }
    }

    @Test
    void cumulatingWindowsGrowByASlice() throws Exception {
        try (Harness harness = new Harness(WindowShape.cumulating(Duration.ofHours(3), Duration.ofHours(1)))) {
            harness.open();
            harness.add("10:00", "Passing Call", "HAN", 1);
            harness.add("12:00", "Passing Call", "HAN", 2);

            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.rows())
                    .containsExactly(
                            "09:00-10:00 Passing Call HAN 1",
                            "09:00-11:00 Passing Call HAN 1",
                            "09:00-12:00 Passing Call HAN 3");
        }
    }

    @Test
    void whatComesBehindTheWatermarkMovesFromTheCountedToTheLate() throws Exception {
        try (Harness harness = new Harness(HOURS)) {
            harness.open();
            harness.processWatermark(millis("10:00"));
            harness.add("10:00", "Passing Call", "HAN", 4);

            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.rows()).isEmpty();
            assertThat(harness.outcome(Outcome.COUNTED)).isEqualTo(-4);
            assertThat(harness.outcome(Outcome.LATE)).isEqualTo(4);
        }
    }

    @Test
    void aWindowThatWasEmittedBeforeTheCheckpointStaysClosedAfterARestore() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = new Harness(HOURS)) {
            harness.open();
            harness.add("10:00", "Passing Call", "HAN", 1);
            harness.add("11:00", "Passing Call", "HAN", 2);
            harness.processWatermark(millis("10:00"));
            checkpoint = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness(HOURS)) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.add("10:00", "Passing Call", "HAN", 4);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.rows()).containsExactly("10:00-11:00 Passing Call HAN 2");
            assertThat(harness.outcome(Outcome.LATE)).isEqualTo(4);
        }
    }

    static Stream<Arguments> otherMeanings() {
        return Stream.of(
                Arguments.of(
                        counting(WindowShape.tumbling(Duration.ofDays(1)), Duration.ZERO, TimeSource.EVENT),
                        "kept with --window PT1H, and this job runs with --window P1D; go on with --window PT1H,"),
                Arguments.of(
                        counting(
                                WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(10)),
                                Duration.ZERO,
                                TimeSource.EVENT),
                        "kept without --slide, and this job runs with --slide PT10M; go on without --slide,"),
                Arguments.of(
                        counting(
                                WindowShape.cumulating(Duration.ofHours(1), Duration.ofMinutes(10)),
                                Duration.ZERO,
                                TimeSource.EVENT),
                        "kept without --cumulate, and this job runs with --cumulate PT10M; go on without --cumulate,"),
                Arguments.of(
                        counting(HOURS, Duration.ofHours(3), TimeSource.EVENT),
                        "kept with --allowed-lateness PT0S, and this job runs with --allowed-lateness PT3H; go on with --allowed-lateness PT0S,"),
                Arguments.of(
                        counting(HOURS, Duration.ZERO, TimeSource.KAFKA),
                        "kept with --time event, and this job runs with --time kafka; go on with --time event,"));
    }

    @ParameterizedTest
    @MethodSource("otherMeanings")
    void stateThatMeansSomethingElseIsRefused(Counting other, String reason) throws Exception {
        OperatorSubtaskState hours;
        try (Harness harness = new Harness(HOURS)) {
            harness.open();
            harness.add("10:00", "Passing Call", "HAN", 1);
            hours = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness(other, new EveryGroup())) {
            assertThatThrownBy(() -> harness.initializeState(hours))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessage("cannot restore the windows of counts: the state was " + reason
                            + " or start without the savepoint");
        }
    }

    @Test
    void stateThatWasDrainedTakesNoMoreCalls() throws Exception {
        OperatorSubtaskState drained;
        try (Harness harness = new Harness(HOURS)) {
            harness.open();
            harness.add("10:00", "Passing Call", "HAN", 1);
            harness.processWatermark(Long.MAX_VALUE);
            drained = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness(HOURS)) {
            harness.initializeState(drained);
            harness.open();
            harness.processWatermark(millis("10:30"));

            assertThatThrownBy(() -> harness.add("11:00", "Passing Call", "HAN", 4))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessageStartingWith(
                            "cannot count more calls in the windows of counts: the state was kept at the "
                                    + "end of the input, by stop --drain or a bounded run, ");
        }
    }

    @Test
    void countingGoesOnAfterARestoreAtAnotherParallelism() throws Exception {
        List<String> types = List.of("Passing Call", "Traffic Stop", "Trespasser", "Audible Alarm", "Poss", "22500e");
        OperatorSubtaskState checkpoint;
        try (Harness harness = new Harness(HOURS)) {
            harness.open();
            for (String type : types) {
                harness.add("10:00", type, "HAN", 1);
            }
            checkpoint = harness.snapshot(1, 1);
        }
        List<String> rows = new ArrayList<>();
        List<OperatorSubtaskState> rescaled = new ArrayList<>();
        for (int subtask = 0; subtask < 2; subtask++) {
            try (Harness harness = new Harness(HOURS, 2, subtask)) {
                harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        checkpoint, MAX_PARALLELISM, 1, 2, subtask));
                harness.open();
                for (String type : types) {
                    if (harness.owns(type, "HAN")) {
                        harness.add("10:00", type, "HAN", 10);
                    }
                }
                rescaled.add(harness.snapshot(2, 2));
            }
        }
        try (Harness harness = new Harness(HOURS)) {
            harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    AbstractStreamOperatorTestHarness.repackageState(rescaled.get(0), rescaled.get(1)),
                    MAX_PARALLELISM,
                    2,
                    1,
                    0));
            harness.open();
            harness.processWatermark(Long.MAX_VALUE);
            rows.addAll(harness.rows());
        }
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(types.stream()
                        .map(type -> "09:00-10:00 " + type + " HAN 11")
                        .toList());
    }

    @Test
    void aCallWithinTheAllowedLatenessUpdatesTheRowsOfTheWindowsThatHaveBeenEmitted() throws Exception {
        WindowShape hopping = WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(30));
        try (Harness harness = new Harness(hopping, Duration.ofMinutes(30), new EveryGroup())) {
            harness.open();
            harness.add("09:30", "Passing Call", "HAN", 1);
            harness.add("10:00", "Passing Call", "HAN", 2);
            harness.processWatermark(millis("10:00"));
            assertThat(harness.rows())
                    .containsExactly("08:30-09:30 Passing Call HAN 1", "09:00-10:00 Passing Call HAN 3");

            harness.add("09:30", "Passing Call", "HAN", 4);

            assertThat(harness.rows()).hasSize(3).contains("09:00-10:00 Passing Call HAN 7");
            harness.processWatermark(millis("11:00"));
            assertThat(harness.rows()).hasSize(4).contains("09:30-10:30 Passing Call HAN 2");
            assertThat(harness.numEventTimeTimers()).isZero();
            assertThat(harness.slices()).isZero();
        }
    }

    @Test
    void aCallBeyondTheAllowedLatenessIsLate() throws Exception {
        try (Harness harness = new Harness(HOURS, Duration.ofMinutes(30), new EveryGroup())) {
            harness.open();
            harness.add("10:00", "Passing Call", "HAN", 1);
            harness.processWatermark(millis("10:29"));
            harness.add("10:00", "Passing Call", "HAN", 2);
            harness.add("10:00", "Trespasser", "HAN", 1);
            harness.processWatermark(millis("10:30"));
            harness.add("10:00", "Passing Call", "HAN", 4);

            assertThat(harness.rows())
                    .containsExactly(
                            "09:00-10:00 Passing Call HAN 1",
                            "09:00-10:00 Passing Call HAN 3",
                            "09:00-10:00 Trespasser HAN 1");
            assertThat(harness.outcome(Outcome.LATE)).isEqualTo(4);
            assertThat(harness.slices()).isZero();
        }
    }

    @Test
    void theMostFrequentAreRankedByCountThenByName() throws Exception {
        try (Harness harness = new Harness(HOURS, Duration.ofHours(1), new TopGroups(2))) {
            harness.open();
            harness.addInOneBucket("10:00", "Trespasser", 2);
            harness.addInOneBucket("10:00", "Passing Call", 2);
            harness.addInOneBucket("10:00", "Poss", 1);
            harness.processWatermark(millis("10:00"));
            assertThat(harness.ranks()).containsExactly("1 Passing Call 2", "2 Trespasser 2");

            harness.addInOneBucket("10:00", "Poss", 4);

            assertThat(harness.ranks())
                    .containsExactly("1 Passing Call 2", "2 Trespasser 2", "1 Poss 5", "2 Passing Call 2");
        }
    }

    static Stream<StateBackend> backends() {
        return StateBackends.all();
    }

    /** A day of slices of ten minutes is three pages. */
    @ParameterizedTest
    @MethodSource("backends")
    void windowsAcrossPagesAreWholeAndWhatIsGoneIsGoneInEachStateBackend(StateBackend backend) throws Exception {
        WindowShape shape = WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(10));
        List<String> expected = new ArrayList<>();
        for (int end = 10; end <= 23 * 60; end += 10) {
            expected.add("%s-%s Passing Call HAN %d"
                    .formatted(minute(Math.floorMod(end - 60, 24 * 60)), minute(end), Math.min(6, end / 10)));
        }
        OperatorSubtaskState checkpoint;
        List<String> rows = new ArrayList<>();
        try (Harness harness = new Harness(shape, backend)) {
            harness.open();
            for (int end = 10; end < 24 * 60; end += 10) {
                harness.add(minute(end), "Passing Call", "HAN", 1);
            }
            harness.processWatermark(millis("03:25"));
            harness.processWatermark(millis("14:05"));
            checkpoint = harness.snapshot(1, 1);
            rows.addAll(harness.rows());
        }
        try (Harness harness = new Harness(shape, backend)) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processWatermark(millis("23:00"));
            rows.addAll(harness.rows());
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(rows).isEqualTo(expected);
            assertThat(harness.slices()).isZero();
        }
    }

    private static Counting counting(WindowShape shape, Duration allowedLateness, TimeSource time) {
        return new Counting(
                EnumSet.of(Query.COUNTS), shape, allowedLateness, time, Map.of(), 2, Map.of(), Duration.ZERO, null);
    }

    private static String minute(int ofDay) {
        return LocalTime.ofSecondOfDay(ofDay * 60L).toString();
    }

    private static final class Harness
            extends KeyedOneInputStreamOperatorTestHarness<Integer, PartialCounts, GroupCount> {

        private final int parallelism;
        private final int subtask;

        Harness(WindowShape shape) throws Exception {
            this(shape, 1, 0);
        }

        Harness(WindowShape shape, int parallelism, int subtask) throws Exception {
            this(
                    new CountWindows(
                            Query.COUNTS, counting(shape, Duration.ZERO, TimeSource.EVENT), new EveryGroup(), true),
                    parallelism,
                    subtask);
        }

        Harness(WindowShape shape, StateBackend backend) throws Exception {
            this(shape);
            setStateBackend(backend);
        }

        Harness(WindowShape shape, Duration allowedLateness, RowsOfWindow rows) throws Exception {
            this(counting(shape, allowedLateness, TimeSource.EVENT), rows);
        }

        Harness(Counting counting, RowsOfWindow rows) throws Exception {
            this(new CountWindows(Query.COUNTS, counting, rows, true), 1, 0);
        }

        private Harness(CountWindows operator, int parallelism, int subtask) throws Exception {
            super(operator, partial -> partial.bucket, Types.INT, MAX_PARALLELISM, parallelism, subtask);
            this.parallelism = parallelism;
            this.subtask = subtask;
            setup(TypeInformation.of(GroupCount.class).createSerializer(new SerializerConfigImpl()));
        }

        void add(String sliceEnd, String type, @Nullable String disposition, long count) throws Exception {
            PartialCountsBuilder partial = new PartialCountsBuilder(bucket(type, disposition));
            partial.add(millis(sliceEnd), new Group(type, disposition), count);
            processElement(new StreamRecord<>(partial.take()));
        }

        void addInOneBucket(String sliceEnd, String type, long count) throws Exception {
            PartialCountsBuilder partial =
                    new PartialCountsBuilder(Buckets.one().key(0));
            partial.add(millis(sliceEnd), new Group(type, null), count);
            processElement(new StreamRecord<>(partial.take()));
        }

        List<String> ranks() {
            return extractOutputValues().stream()
                    .map(row -> "%d %s %d".formatted(row.rank, row.first, row.count))
                    .toList();
        }

        boolean owns(String type, @Nullable String disposition) {
            return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                            bucket(type, disposition), MAX_PARALLELISM, parallelism)
                    == subtask;
        }

        int slices() {
            try (var pages = getOperator().getKeyedStateBackend().getKeysAndNamespaces("slices")) {
                return (int) pages.count();
            }
        }

        long outcome(Outcome outcome) throws Exception {
            prepareSnapshotPreBarrier(99);
            return OutcomesTold.by(this, outcome);
        }

        List<String> rows() {
            return extractOutputValues().stream()
                    .map(row -> "%s-%s %s %s %d"
                            .formatted(time(row.windowStart), time(row.windowEnd), row.first, row.second, row.count))
                    .toList();
        }

        private static int bucket(String type, @Nullable String disposition) {
            return BUCKETS.key(BUCKETS.indexOf(new Group(type, disposition)));
        }
    }

    private static long millis(String time) {
        return LocalDateTime.parse("2018-10-02T" + time)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    private static String time(long millis) {
        return LocalDateTime.ofEpochSecond(millis / 1000, 0, ZoneOffset.UTC)
                .toLocalTime()
                .toString();
    }
}
