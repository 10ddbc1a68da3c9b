package io.github.sfcrime.job.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.job.failures.PermanentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle.Mode;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class StampWatermarkTest {

    private static final long NONE = Long.MIN_VALUE;

    @Test
    void aCallIsStampedByTheEarlierReadableCallsOfItsOwnPartition() throws Exception {
        try (Harness harness = new Harness(false)) {
            harness.open();
            CallRecord damaged = call(0, 9_999);
            damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");

            harness.read(call(0, 500), call(1, 100), call(0, 300), damaged, call(0, 700), call(1, 90), call(0, 0));

            assertThat(harness.stamps()).containsExactly(NONE, NONE, 489L, 489L, 89L, 689L);
        }
    }

    @Test
    void withinABatchTooACallIsStampedByTheOnesBeforeIt() throws Exception {
        try (Harness harness = new Harness(false)) {
            harness.open();
            CallRecord damaged = call(0, 9_999);
            damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");
            harness.processElement(
                    new StreamRecord<>(CallBatch.of(damaged, call(0, 500), call(0, 300), damaged, call(0, 700)), 700));
            harness.read(call(0, 0));

            assertThat(harness.stamps()).containsExactly(NONE, 489L, 489L, 689L);
            assertThat(harness.getOperator()
                            .getMetricGroup()
                            .getIOMetricGroup()
                            .getNumRecordsOutCounter()
                            .getCount())
                    .isEqualTo(4);
        }
    }

    @Test
    void whereTheReaderHasGoneOnWithoutAPartitionItsWatermarkCounts() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = new Harness(false)) {
            harness.open();
            harness.read(call(0, 500));
            harness.processWatermark(new Watermark(600));
            harness.read(call(0, 550), call(1, 550));
            checkpoint = harness.snapshot(1, 1);

            assertThat(harness.stamps()).containsExactly(NONE, 600L, 600L);
        }
        try (Harness restored = new Harness(false)) {
            restored.initializeState(checkpoint);
            restored.open();
            restored.read(call(1, 550));

            assertThat(restored.stamps()).containsExactly(600L);
        }
    }

    @Test
    void anUnboundedRunKnowsEveryPartitionAtAnyParallelism() throws Exception {
        OperatorSubtaskState two = AbstractStreamOperatorTestHarness.repackageState(
                checkpoint(false, 2, 0, call(0, 500)), checkpoint(false, 2, 1, call(1, 100)));
        List<OperatorSubtaskState> three = new ArrayList<>();
        for (int subtask = 0; subtask < 3; subtask++) {
            try (Harness harness = new Harness(false, 3, subtask)) {
                harness.initializeState(
                        AbstractStreamOperatorTestHarness.repartitionOperatorState(two, 128, 2, 3, subtask));
                harness.open();
                if (subtask == 1) {
                    harness.read(call(0, 600));
                    assertThat(harness.stamps()).containsExactly(489L);
                }
                three.add(harness.snapshot(2, 2));
            }
        }
        try (Harness one = new Harness(false)) {
            one.initializeState(
                    AbstractStreamOperatorTestHarness.repackageState(three.toArray(OperatorSubtaskState[]::new)));
            one.open();
            one.read(call(0, 0), call(1, 0));

            assertThat(one.stamps()).containsExactly(589L, 89L);
        }
    }

    @Test
    void aBoundedRunOfSeveralReadersHasNoStateForAllOfThemThatWouldForbidCheckpointsOnceOneEnds() throws Exception {
        assertThat(modes(checkpoint(true, 2, 0, call(0, 500)))).doesNotContain(Mode.UNION);
        assertThat(modes(checkpoint(true, 1, 0, call(0, 500)))).contains(Mode.UNION);
        assertThat(modes(checkpoint(false, 2, 0, call(0, 500)))).contains(Mode.UNION);
    }

    @Test
    void aBoundedRunTakesUpTheStateOfAnUnboundedOneAndTheOtherWayRound() throws Exception {
        try (Harness bounded = new Harness(true, 2, 0)) {
            bounded.initializeState(checkpoint(false, 2, 0, call(0, 500)));
            bounded.open();
            bounded.read(call(0, 0));

            assertThat(bounded.stamps()).containsExactly(489L);
        }
        try (Harness unbounded = new Harness(false, 2, 0)) {
            unbounded.initializeState(checkpoint(true, 2, 0, call(0, 500)));
            unbounded.open();
            unbounded.read(call(0, 0));

            assertThat(unbounded.stamps()).containsExactly(489L);
        }
    }

    @Test
    void stateThatWasKeptAtTheEndOfTheInputIsRefused() throws Exception {
        OperatorSubtaskState drained = drained();
        try (Harness harness = new Harness(false)) {
            assertThatThrownBy(() -> harness.initializeState(drained))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessage("cannot go on with topic crime_data, partition 0: the state was kept at the end of the"
                            + " input, by stop --drain or a bounded run, where every window closes, so that all further"
                            + " calls would be late; restore a savepoint that was taken without --drain, or start"
                            + " without one");
        }
    }

    @Test
    void aBoundedRunThatFailsAtItsEndComesToItsEndAgainButReadsNothingMore() throws Exception {
        OperatorSubtaskState drained = drained();
        try (Harness harness = new Harness(true)) {
            harness.initializeState(drained);
            harness.open();
            harness.processWatermark(Watermark.MAX_WATERMARK);

            assertThatThrownBy(() -> harness.read(call(0, 600))).isInstanceOf(PermanentFailure.class);
        }
    }

    @Test
    void whereNoWindowsCloseTheEndOfTheInputIsForgotten() throws Exception {
        OperatorSubtaskState drained = drained();
        try (Harness harness = new Harness(new StampWatermark(time(TimeSource.EVENT), false, false), 1, 0)) {
            harness.initializeState(drained);
            harness.open();
            harness.read(call(0, 600));

            assertThat(harness.stamps()).containsExactly(NONE);
        }
    }

    @Test
    void stateOfAnotherTimeIsRefused() throws Exception {
        OperatorSubtaskState byCallTime = checkpoint(false, 1, 0, call(0, 500));
        try (Harness harness = new Harness(new StampWatermark(time(TimeSource.KAFKA), false, true), 1, 0)) {
            assertThatThrownBy(() -> harness.initializeState(byCallTime))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessageContaining("--time event");
        }
    }

    private static OperatorSubtaskState drained() throws Exception {
        try (Harness harness = new Harness(false)) {
            harness.open();
            harness.read(call(0, 500));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            return harness.snapshot(1, 1);
        }
    }

    private static OperatorSubtaskState checkpoint(boolean bounded, int parallelism, int subtask, CallRecord call)
            throws Exception {
        try (Harness harness = new Harness(bounded, parallelism, subtask)) {
            harness.open();
            harness.read(call);
            return harness.snapshot(1, 1);
        }
    }

    private static List<Mode> modes(OperatorSubtaskState checkpoint) {
        return checkpoint.getManagedOperatorState().stream()
                .flatMap(handle -> handle.getStateNameToPartitionOffsets().values().stream())
                .map(OperatorStateHandle.StateMetaInfo::getDistributionMode)
                .toList();
    }

    private static EventTime time(TimeSource source) {
        return new EventTime(source, Duration.ofMillis(10), Duration.ofMinutes(1), null);
    }

    private static CallRecord call(int partition, long time) {
        CallRecord call = new CallRecord();
        call.callDateTime = time;
        call.source.topic = "crime_data";
        call.source.partition = partition;
        return call;
    }

    private static final class Harness extends OneInputStreamOperatorTestHarness<CallBatch, CallBatch> {

        Harness(boolean bounded) throws Exception {
            this(bounded, 1, 0);
        }

        Harness(boolean bounded, int parallelism, int subtask) throws Exception {
            this(new StampWatermark(time(TimeSource.EVENT), bounded, true), parallelism, subtask);
        }

        Harness(StampWatermark operator, int parallelism, int subtask) throws Exception {
            super(operator, 128, parallelism, subtask);
        }

        void read(CallRecord... calls) throws Exception {
            for (CallRecord call : calls) {
                CallBatch batch = CallBatch.of(call);
                processElement(new StreamRecord<>(batch, batch.callDateTimes[0]));
            }
        }

        /** Those of the calls that can be counted. */
        List<Long> stamps() {
            return extractOutputValues().stream()
                    .flatMap(batch -> IntStream.range(0, batch.size())
                            .filter(i -> batch.problems[i] == null)
                            .mapToObj(i -> batch.watermarks[i]))
                    .toList();
        }
    }
}
