package io.github.sfcrime.job.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreAggregateCallsTest {

    private static final WindowShape HOURS = WindowShape.tumbling(Duration.ofHours(1));

    @Test
    void whatIsCountedGoesOnBeforeTheWatermark() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));
            harness.processElement(call("09:50", "Passing Call", "HAN"));
            harness.processElement(call("10:05", "Passing Call", null));
            assertThat(harness.getOutput()).isEmpty();

            harness.processWatermark(millis("10:00"));

            assertThat(emitted(harness))
                    .containsExactlyInAnyOrder(
                            "10:00 Passing Call HAN 2", "11:00 Passing Call null 1", "watermark 10:00");
            assertThat(emitted(harness).get(2)).isEqualTo("watermark 10:00");
        }
    }

    @Test
    void whatIsCountedGoesOnBeforeTheBarrier() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));

            harness.prepareSnapshotPreBarrier(1);

            assertThat(emitted(harness)).containsExactly("10:00 Passing Call HAN 1");
        }
    }

    @Test
    void whatIsCountedGoesOnBeforeTheSourceIsIdle() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));

            harness.processWatermarkStatus(WatermarkStatus.IDLE);

            assertThat(PartialCountsTexts.of((PartialCounts)
                            ((StreamRecord<?>) harness.getOutput().remove()).getValue()))
                    .containsExactly("10:00 Passing Call HAN 1");
            assertThat(harness.getOutput()).containsExactly(WatermarkStatus.IDLE);
        }
    }

    @Test
    void aSourceThatWasIdleAtTheCheckpointDoesNotReopenWindowsAfterIt() throws Exception {
        OperatorSubtaskState ahead = checkpoint(0, "11:00");
        OperatorSubtaskState idle;
        try (Harness harness = new Harness(HOURS, 2, 1)) {
            harness.open();
            harness.processWatermarkStatus(WatermarkStatus.IDLE);
            idle = harness.snapshot(1, 1);
        }
        try (Harness merged = harness(HOURS)) {
            merged.initializeState(AbstractStreamOperatorTestHarness.repackageState(ahead, idle));
            merged.open();
            merged.processElement(call("10:59", "Passing Call", "HAN"));

            assertThat(doors(merged)).isEqualTo("in 2, counted 1, late 1, dead letter 0");
        }
    }

    @Test
    void whatIsCountedGoesOnAtTheEnd() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));

            harness.getOperator().finish();

            assertThat(emitted(harness)).containsExactly("10:00 Passing Call HAN 1");
        }
    }

    @Test
    void aCallThatMissedItsWindowLeavesWholeByTheLateDoor() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processWatermark(millis("10:00") - 1);
            harness.processElement(call("09:59", "Passing Call", "HAN"));
            harness.processElement(call("10:00", "Passing Call", "HAN"));

            assertThat(sideOutput(harness, CallWindows.LATE)).containsExactly(List.of((byte) 9, (byte) 59));
            assertThat(doors(harness)).isEqualTo("in 2, counted 1, late 1, dead letter 0");
        }
    }

    @Test
    void aCallThatMissedOnlySomeOfItsWindowsIsCounted() throws Exception {
        try (Harness harness = harness(WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(30)))) {
            harness.open();
            harness.processWatermark(millis("09:30"));
            harness.processElement(call("09:10", "Passing Call", "HAN"));
            harness.processElement(call("08:59", "Passing Call", "HAN"));

            assertThat(doors(harness)).isEqualTo("in 2, counted 1, late 1, dead letter 0");
        }
    }

    @Test
    void aRecordWithAProblemLeavesByTheDeadLetterDoor() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            CallRecord damaged = call("09:10", "", null);
            damaged.problem = "body is damaged";
            harness.processElement(damaged, CallRecord.NO_EVENT_TIME);

            assertThat(harness.getSideOutput(CallWindows.DEAD_LETTER)).hasSize(1);
            assertThat(doors(harness)).isEqualTo("in 1, counted 0, late 0, dead letter 1");
        }
    }

    @Test
    void afterARestartTheDoorsGoOnAndWindowsThatClosedStayClosed() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));
            harness.processWatermark(millis("10:00"));
            harness.prepareSnapshotPreBarrier(1);
            checkpoint = harness.snapshot(1, 1);
        }
        try (Harness restored = harness(HOURS)) {
            restored.initializeState(checkpoint);
            restored.open();
            restored.processElement(call("09:20", "Passing Call", "HAN"));
            restored.processElement(call("10:20", "Passing Call", "HAN"));

            assertThat(doors(restored)).isEqualTo("in 3, counted 2, late 1, dead letter 0");
        }
    }

    @Test
    void afterAChangeOfParallelismTheDoorsAddUpAndTheLowestWatermarkHolds() throws Exception {
        OperatorSubtaskState ahead = checkpoint(0, "11:00");
        OperatorSubtaskState behind = checkpoint(1, "10:00");

        try (Harness merged = harness(HOURS)) {
            merged.initializeState(AbstractStreamOperatorTestHarness.repackageState(ahead, behind));
            merged.open();
            merged.processElement(call("09:59", "Passing Call", "HAN"));
            merged.processElement(call("10:30", "Passing Call", "HAN"));

            assertThat(doors(merged)).isEqualTo("in 4, counted 3, late 1, dead letter 0");
        }
    }

    private static OperatorSubtaskState checkpoint(int subtask, String watermark) throws Exception {
        try (Harness harness = new Harness(HOURS, 2, subtask)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));
            harness.processWatermark(millis(watermark));
            return harness.snapshot(1, 1);
        }
    }

    private static Harness harness(WindowShape shape) throws Exception {
        return new Harness(shape, 1, 0);
    }

    private static final class Harness extends OneInputStreamOperatorTestHarness<CallRecord, PartialCounts> {
        Harness(WindowShape shape, int parallelism, int subtask) throws Exception {
            super(new PreAggregateCalls(shape, 128), 128, parallelism, subtask);
        }

        void processElement(CallRecord call) throws Exception {
            processElement(call, call.callDateTime);
        }
    }

    private static String doors(Harness harness) throws Exception {
        harness.prepareSnapshotPreBarrier(99);
        return "in %d, counted %d, late %d, dead letter %d"
                .formatted(
                        DoorsShown.by(harness, "callsIn"),
                        DoorsShown.by(harness, "callsCounted"),
                        DoorsShown.by(harness, "callsLate"),
                        DoorsShown.by(harness, "callsDeadLetter"));
    }

    private static List<String> emitted(Harness harness) {
        List<String> texts = new ArrayList<>();
        for (Object element : harness.getOutput()) {
            if (element instanceof Watermark watermark) {
                texts.add("watermark " + time(watermark.getTimestamp()));
            } else {
                texts.addAll(PartialCountsTexts.of((PartialCounts) ((StreamRecord<?>) element).getValue()));
            }
        }
        return texts;
    }

    private static List<List<Byte>> sideOutput(Harness harness, OutputTag<SetAsideRecord> tag) {
        List<List<Byte>> values = new ArrayList<>();
        for (StreamRecord<SetAsideRecord> record : harness.getSideOutput(tag)) {
            byte[] value = record.getValue().source.value;
            values.add(value == null ? List.of() : List.of(value[0], value[1]));
        }
        return values;
    }

    private static CallRecord call(String time, String type, @Nullable String disposition) {
        CallRecord call = new CallRecord();
        call.callDateTime = millis(time);
        call.originalCrimeTypeName = type;
        call.disposition = disposition;
        call.source.value = new byte[] {Byte.parseByte(time.substring(0, 2)), Byte.parseByte(time.substring(3))};
        return call;
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
