package io.github.sfcrime.job.partials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.calls.Places;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.job.legs.Measure;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomesTold;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.TimeSource;
import io.github.sfcrime.job.time.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreAggregateCallsTest {

    private static final Admission EVERYTHING =
            new Admission(CallFilter.ALL, Admission.BadRecords.DEAD_LETTER, Admission.BadRecords.FAIL);
    private static final WindowShape HOURS = WindowShape.tumbling(Duration.ofHours(1));

    @Test
    void whatIsCountedGoesOnBeforeTheWatermark() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));
            harness.processElement(call("09:50", "Passing Call", "HAN"));
            harness.processElement(call("10:05", "Passing Call", null));
            assertThat(fed(harness, Query.COUNTS)).isEmpty();

            harness.processWatermark(millis("10:00"));

            assertThat(fed(harness, Query.COUNTS))
                    .containsExactly("10:00 Passing Call HAN 2", "11:00 Passing Call null 1");
            assertThat(harness.getOutput()).containsExactly(new Watermark(millis("10:00")));
        }
    }

    @Test
    void whatIsCountedGoesOnBeforeTheBarrier() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));

            harness.prepareSnapshotPreBarrier(1);

            assertThat(fed(harness, Query.COUNTS)).containsExactly("10:00 Passing Call HAN 1");
        }
    }

    @Test
    void whatIsCountedGoesOnBeforeTheSourceIsIdle() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));

            harness.processWatermarkStatus(WatermarkStatus.IDLE);

            assertThat(fed(harness, Query.COUNTS)).containsExactly("10:00 Passing Call HAN 1");
            assertThat(harness.getOutput()).containsExactly(WatermarkStatus.IDLE);
        }
    }

    @Test
    void whatIsCountedGoesOnAtTheEnd() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processElement(call("09:10", "Passing Call", "HAN"));

            harness.getOperator().finish();

            assertThat(fed(harness, Query.COUNTS)).containsExactly("10:00 Passing Call HAN 1");
        }
    }

    @Test
    void aCallThatMissedItsWindowLeavesWholeByTheLateDoor() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            harness.processWatermark(millis("10:00") - 1);
            harness.processElement(call("09:59", "Passing Call", "HAN"));
            harness.processElement(call("10:00", "Passing Call", "HAN"));

            assertThat(sideOutput(harness, PreAggregation.LATE)).containsExactly(List.of((byte) 9, (byte) 59));
            assertThat(outcomes(harness)).isEqualTo("in 2, counted 1, late 1, dead letter 0");
        }
    }

    @Test
    void aCallThatMissedOnlySomeOfItsWindowsIsCounted() throws Exception {
        try (Harness harness = harness(WindowShape.hopping(Duration.ofHours(1), Duration.ofMinutes(30)))) {
            harness.open();
            harness.processWatermark(millis("09:30"));
            harness.processElement(call("09:10", "Passing Call", "HAN"));
            harness.processElement(call("08:59", "Passing Call", "HAN"));

            assertThat(outcomes(harness)).isEqualTo("in 2, counted 1, late 1, dead letter 0");
        }
    }

    @Test
    void aRecordWithAProblemLeavesByTheDeadLetterDoor() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            CallRecord damaged = call("09:10", "", null);
            damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");
            harness.processElement(damaged);

            assertThat(harness.getSideOutput(PreAggregation.DEAD_LETTER)).hasSize(1);
            assertThat(outcomes(harness)).isEqualTo("in 1, counted 0, late 0, dead letter 1");
        }
    }

    @Test
    void coarserQueriesAreFedFromTheSameCountsAndTheTotalsAlsoWithLateCalls() throws Exception {
        Counting all = counting(HOURS, Query.values());
        try (Harness harness = new Harness(all, EVERYTHING)) {
            harness.open();
            harness.processWatermark(millis("09:00") - 1);
            harness.processElement(at("Pier 39", call("09:10", "Passing Call", "22")));
            harness.processElement(call("09:11", "Passing Call", "CAN"));
            harness.processElement(call("10:12", "Trespasser", "???"));
            harness.processElement(call("08:59", "Passing Call", "22"));

            harness.prepareSnapshotPreBarrier(1);

            assertThat(fed(harness, Query.COUNTS))
                    .containsExactly("10:00 Passing Call 22 1", "10:00 Passing Call CAN 1", "11:00 Trespasser ??? 1");
            assertThat(fed(harness, Query.TYPES))
                    .containsExactly("10:00 Passing Call null 2", "11:00 Trespasser null 1");
            assertThat(fed(harness, Query.TOP_TYPES))
                    .containsExactly("10:00 Passing Call null 2", "11:00 Trespasser null 1");
            assertThat(fed(harness, Query.DISPOSITIONS)).containsExactly("10:00  Cancel 2", "11:00  null 1");
            assertThat(fed(harness, Query.PLACES)).containsExactly("10:00 address Pier 39 1");
            assertThat(fed(harness, Query.TOTALS).stream().map(text -> text.substring(text.indexOf(' '))))
                    .containsExactly(" Passing Call 22 2", " Passing Call CAN 1", " Trespasser ??? 1");
            assertThat(outcomes(harness)).isEqualTo("in 4, counted 3, late 1, dead letter 0");
            assertThat(OutcomesTold.by(harness, Outcome.TOTALLED)).isEqualTo(4);
        }
    }

    @Test
    void legsAreCountedPerPriorityAndDistrictAndMistakesInThemAreOutcomesOfTheirOwn() throws Exception {
        Counting counting = new Counting(
                EnumSet.of(Query.RESPONSE_TIMES),
                HOURS,
                Duration.ZERO,
                TimeSource.EVENT,
                Map.of(),
                10,
                Map.of("A", Duration.ofSeconds(60)),
                Duration.ofSeconds(1),
                null);
        try (Harness harness = new Harness(counting, EVERYTHING)) {
            harness.open();
            harness.processElement(staged("A", "MISSION", 5, null, null, 60, 7 * 24 * 60 * 60));
            harness.processElement(staged("A", "MISSION", -1, null, null, 61, 7 * 24 * 60 * 60 + 1));
            harness.processElement(staged(null, null, 0, null, null, 60, null));
            harness.processWatermark(millis("10:00") - 1);
            harness.processElement(staged("A", "MISSION", -1, null, null, null, null));

            harness.prepareSnapshotPreBarrier(1);

            assertThat(fed(harness, Query.RESPONSE_TIMES))
                    .containsExactlyInAnyOrder(
                            "10:00 1 AMISSION calls 2",
                            "10:00 1 AMISSION " + Measure.of(Leg.ENTRY, 5) + " 1",
                            "10:00 1 AMISSION " + Measure.of(Leg.ONSCENE, 60) + " 1",
                            "10:00 1 AMISSION " + Measure.of(Leg.ONSCENE, 61) + " 1",
                            "10:00 1 AMISSION within goal 1",
                            "10:00 1 AMISSION " + Measure.of(Leg.CLOSE, 7 * 24 * 60 * 60) + " 1",
                            "10:00 0  calls 1",
                            "10:00 0  " + Measure.of(Leg.ENTRY, 0) + " 1",
                            "10:00 0  " + Measure.of(Leg.ONSCENE, 60) + " 1");
            assertThat(outcomes(harness)).isEqualTo("in 4, counted 3, late 1, dead letter 0");
            assertThat(OutcomesTold.by(harness, Outcome.LEG_MISSING)).isEqualTo(7);
            assertThat(OutcomesTold.by(harness, Outcome.LEG_NEGATIVE)).isEqualTo(1);
            assertThat(OutcomesTold.by(harness, Outcome.LEG_TOO_LONG)).isEqualTo(1);
        }
    }

    @Test
    void forWhatIsUnusualCallsAreCountedPerTypeAndDistrictAndAnEmptyOneIsNone() throws Exception {
        try (Harness harness = new Harness(counting(HOURS, Query.UNUSUAL), EVERYTHING)) {
            harness.open();
            harness.processElement(staged("A", "MISSION", 0));
            harness.processElement(staged("B", "MISSION", 0));
            harness.processElement(staged(null, "PARK", 0));
            harness.processElement(staged("A", "", 0));
            harness.processElement(staged("A", null, 0));

            harness.prepareSnapshotPreBarrier(1);

            assertThat(fed(harness, Query.UNUSUAL))
                    .containsExactly(
                            "10:00 Passing Call MISSION 2", "10:00 Passing Call PARK 1", "10:00 Passing Call null 2");
        }
    }

    @Test
    void callsWithinTheAllowedLatenessAreCounted() throws Exception {
        Counting counting = new Counting(
                EnumSet.of(Query.COUNTS),
                HOURS,
                Duration.ofMinutes(30),
                TimeSource.EVENT,
                Map.of(),
                10,
                Map.of(),
                Duration.ofSeconds(1),
                null);
        try (Harness harness = new Harness(counting, EVERYTHING)) {
            harness.open();
            harness.processWatermark(millis("10:29") - 1);
            harness.processElement(call("09:59", "Passing Call", "HAN"));
            harness.processWatermark(millis("10:30") - 1);
            harness.processElement(call("09:59", "Passing Call", "HAN"));

            assertThat(outcomes(harness)).isEqualTo("in 2, counted 1, late 1, dead letter 0");
        }
    }

    @Test
    void whatIsNotAskedAboutLeavesByADoorOfItsOwn() throws Exception {
        CallFilter filter = new CallFilter(
                Set.of("Passing Call"),
                LocalDateTime.parse("2018-10-02T09:00"),
                LocalDateTime.parse("2018-10-02T10:00"));
        try (Harness harness = new Harness(
                counting(HOURS, Query.COUNTS),
                new Admission(filter, Admission.BadRecords.DEAD_LETTER, Admission.BadRecords.FAIL))) {
            harness.open();
            for (String time : List.of("08:59", "09:00", "09:59", "10:00")) {
                harness.processElement(call(time, "Passing Call", "HAN"));
                harness.processElement(call(time, "Trespasser", "HAN"));
            }

            assertThat(outcomes(harness)).isEqualTo("in 8, counted 2, late 0, dead letter 0");
            assertThat(OutcomesTold.by(harness, Outcome.FILTERED)).isEqualTo(6);
        }
    }

    @Test
    void aCallFromTheFutureHasADoorOfItsOwn() throws Exception {
        try (Harness harness = harness(HOURS)) {
            harness.open();
            CallRecord future = call("09:10", "Passing Call", "HAN");
            future.problem = new Problem(Problem.Kind.FROM_FUTURE, "from the future");
            harness.processElement(future);

            assertThat(harness.getSideOutput(PreAggregation.DEAD_LETTER)).hasSize(1);
            assertThat(outcomes(harness)).isEqualTo("in 1, counted 0, late 0, dead letter 0");
            assertThat(OutcomesTold.by(harness, Outcome.FROM_FUTURE)).isEqualTo(1);
        }
    }

    @Test
    void recordsOfAnUnknownSchemaEndTheJobUnlessTheyMayBeDeadLetters() throws Exception {
        CallRecord unknown = call("09:10", "", null);
        unknown.problem = new Problem(Problem.Kind.UNKNOWN_SCHEMA, "schema 7 of the registry can't be used for calls");
        unknown.source.topic = "crime_data";
        Admission lenient = new Admission(CallFilter.ALL, Admission.BadRecords.FAIL, Admission.BadRecords.DEAD_LETTER);
        try (Harness strict = harness(HOURS);
                Harness harness = new Harness(counting(HOURS, Query.COUNTS), lenient)) {
            strict.open();
            assertThatThrownBy(() -> strict.processElement(unknown))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessage(
                            "cannot count topic crime_data, partition 0, offset 0: schema 7 of the registry can't be"
                                    + " used for calls; --on-unknown-schema dead-letter goes on without it");

            harness.open();
            harness.processElement(unknown);
            assertThat(harness.getSideOutput(PreAggregation.DEAD_LETTER))
                    .extracting(element -> element.getValue().reason)
                    .containsExactly("schema 7 of the registry can't be used for calls");
            assertThat(outcomes(harness)).isEqualTo("in 1, counted 0, late 0, dead letter 1");
        }
    }

    @Test
    void aBadRecordFailsTheJobWhereThatIsAskedFor() throws Exception {
        try (Harness harness = new Harness(
                counting(HOURS, Query.COUNTS),
                new Admission(CallFilter.ALL, Admission.BadRecords.FAIL, Admission.BadRecords.FAIL))) {
            harness.open();
            CallRecord damaged = call("09:10", "", null);
            damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");
            damaged.source.topic = "crime_data";
            damaged.source.partition = 3;
            damaged.source.offset = 17;

            assertThatThrownBy(() -> harness.processElement(damaged))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessage("cannot count topic crime_data, partition 3, offset 17: body is damaged;"
                            + " --on-bad-record dead-letter goes on without it");
        }
    }

    private static CallRecord at(String address, CallRecord call) {
        call.places[Places.FIELDS.indexOf("address")] = address;
        return call;
    }

    private static Counting counting(WindowShape shape, Query... queries) {
        return new Counting(
                EnumSet.copyOf(List.of(queries)),
                shape,
                Duration.ZERO,
                TimeSource.EVENT,
                RadioCodes.builtIn(),
                10,
                Map.of(),
                Duration.ofSeconds(1),
                null);
    }

    private static Harness harness(WindowShape shape) throws Exception {
        return new Harness(shape, 1, 0);
    }

    private static final class Harness extends OneInputStreamOperatorTestHarness<CallBatch, PartialCounts> {
        Harness(WindowShape shape, int parallelism, int subtask) throws Exception {
            super(new PreAggregateCalls(counting(shape, Query.COUNTS), EVERYTHING, 128), 128, parallelism, subtask);
        }

        Harness(Counting counting, Admission admission) throws Exception {
            super(new PreAggregateCalls(counting, admission, 128), 128, 1, 0);
        }

        /** The call, stamped with the watermark that the harness is at. */
        void processElement(CallRecord call) throws Exception {
            call.watermark = getCurrentWatermark();
            processElement(CallBatch.of(call), call.callDateTime);
        }
    }

    private static String outcomes(Harness harness) throws Exception {
        harness.prepareSnapshotPreBarrier(99);
        return "in %d, counted %d, late %d, dead letter %d"
                .formatted(
                        OutcomesTold.by(harness, Outcome.IN),
                        OutcomesTold.by(harness, Outcome.COUNTED),
                        OutcomesTold.by(harness, Outcome.LATE),
                        OutcomesTold.by(harness, Outcome.DEAD_LETTER));
    }

    private static List<String> fed(Harness harness, Query query) {
        ConcurrentLinkedQueue<StreamRecord<PartialCounts>> counts =
                harness.getSideOutput(PreAggregation.feeding(query));
        return counts == null
                ? List.of()
                : counts.stream()
                        .flatMap(record -> PartialCountsTexts.of(record.getValue()).stream())
                        .sorted()
                        .toList();
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
        call.places = new String[Places.KINDS.size()];
        call.stages = new long[Leg.values().length];
        Arrays.fill(call.stages, Call.NO_STAGE);
        call.source.value = new byte[] {Byte.parseByte(time.substring(0, 2)), Byte.parseByte(time.substring(3))};
        return call;
    }

    private static CallRecord staged(
            @Nullable String priority, @Nullable String district, @Nullable Integer... seconds) {
        CallRecord call = call("09:10", "Passing Call", "HAN");
        call.priority = priority;
        call.district = district;
        call.stages = Stream.of(seconds)
                .mapToLong(after -> after == null ? Call.NO_STAGE : call.callDateTime + after * 1000L)
                .toArray();
        return call;
    }

    private static long millis(String time) {
        return LocalDateTime.parse("2018-10-02T" + time)
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
