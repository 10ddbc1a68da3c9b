package io.github.sfcrime.job.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomesTold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowUpdatesTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long UNTOLD = Call.NO_STAGE;

    @Test
    void anUpdateTakesBackWhatItsCallWasCountedAs() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 0, 10, "Fight");
            harness.add(2, 0, 10, "Fight");
            harness.add(1, 0, 20, "Assault");

            assertThat(harness.changes()).containsExactly("+Fight", "+Fight", "+Assault", "-Fight");
            assertThat(harness.superseded()).isZero();
        }
    }

    @Test
    void anUpdateThatIsOlderOrTheSameAgainHasNoEffect() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 0, 20, "Assault");
            harness.add(1, 0, 10, "Fight");
            harness.add(1, 0, 20, "Assault");

            assertThat(harness.changes()).containsExactly("+Assault");
            assertThat(harness.superseded()).isEqualTo(2);
        }
    }

    @Test
    void whereTheSourceDoesNotTellTheLaterRecordIsTheUpdate() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 0, UNTOLD, "Fight");
            harness.add(1, 0, UNTOLD, "Assault");
            harness.add(1, 0, UNTOLD, "Assault");
            harness.add(1, 0, 5, "Fight");
            harness.add(1, 0, 5, "Trespasser");

            assertThat(harness.changes())
                    .containsExactly("+Fight", "+Assault", "-Fight", "+Fight", "-Assault", "+Trespasser", "-Fight");
            assertThat(harness.superseded()).isEqualTo(1);
        }
    }

    @Test
    void aCallIsForgottenWhenTheWatermarkIsPastItByTheHorizon() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 0, 10, "Fight");
            harness.add(1, HOUR, 20, "Fight");
            harness.processWatermark(HOUR + HOUR - 1);
            assertThat(harness.numKeyedStateEntries()).isEqualTo(1);

            harness.processWatermark(HOUR + HOUR);

            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void whatIsKnownIsKnownAfterARestoreAlsoUnderAnotherHorizon() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 0, 10, "Fight");
            checkpoint = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness(Duration.ofHours(3))) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.processWatermark(2 * HOUR);
            harness.add(1, 0, 20, "Assault");

            assertThat(harness.changes()).containsExactly("+Assault", "-Fight");

            harness.processWatermark(3 * HOUR);
            assertThat(harness.numKeyedStateEntries()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inAnyOrderAndWhateverIsRestoredEachCallIsCountedAsItsLastUpdateSays(long seed) throws Exception {
        Random random = new Random(seed);
        Map<Long, String> latest = new HashMap<>();
        Map<Long, Long> latestUpdate = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        Harness harness = new Harness();
        try {
            harness.open();
            for (int i = 0; i < 2_000; i++) {
                long number = random.nextInt(20);
                long update = random.nextInt(1_000);
                // What a source says at a time is what it says at that time.
                String type = "type " + (number * 31 + update) % 7;
                if (update >= latestUpdate.getOrDefault(number, Long.MIN_VALUE)) {
                    latest.put(number, type);
                    latestUpdate.put(number, update);
                }
                harness.add(number, 0, update, type);
                if (random.nextInt(100) == 0) {
                    harness.changes().forEach(change -> count(change, counts));
                    OperatorSubtaskState checkpoint = harness.snapshot(i, i);
                    harness.close();
                    harness = new Harness();
                    harness.initializeState(checkpoint);
                    harness.open();
                }
            }
            harness.changes().forEach(change -> count(change, counts));
        } finally {
            harness.close();
        }
        Map<String, Long> expected = new HashMap<>();
        latest.values().forEach(type -> expected.merge(type, 1L, Long::sum));
        assertThat(counts).isEqualTo(expected);
    }

    private static void count(String change, Map<String, Long> counts) {
        counts.merge(
                change.substring(1),
                change.startsWith("+") ? 1L : -1L,
                (some, more) -> some + more == 0 ? null : some + more);
    }

    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<Long, CallRecord, CallBatch> {

        Harness() throws Exception {
            this(Duration.ofHours(1));
        }

        Harness(Duration horizon) throws Exception {
            super(new FollowUpdates(horizon), Repeats::numberOf, Types.LONG);
            setup(TypeInformation.of(CallBatch.class).createSerializer(new SerializerConfigImpl()));
        }

        void add(long crimeId, long time, long lastUpdate, String type) throws Exception {
            CallRecord call = new CallRecord();
            call.crimeId = crimeId;
            call.callDateTime = time;
            call.lastUpdate = lastUpdate;
            call.originalCrimeTypeName = type;
            processElement(new StreamRecord<>(call, time));
        }

        List<String> changes() {
            List<String> changes = new ArrayList<>();
            for (CallBatch batch : extractOutputValues()) {
                for (int i = 0; i < batch.size(); i++) {
                    changes.add((batch.isTakenBack(i) ? "-" : "+") + batch.types[i]);
                }
            }
            return changes;
        }

        long superseded() throws Exception {
            prepareSnapshotPreBarrier(9);
            return OutcomesTold.by(this, Outcome.SUPERSEDED);
        }
    }
}
