package io.github.sfcrime.job.repeats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomesTold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

class DropDuplicatesTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void aNumberPassesOnceWithinTheHorizonAndIsForgottenBehindIt() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 0);
            harness.add(2, 0);
            harness.add(1, HOUR);
            harness.processWatermark(HOUR);
            assertThat(harness.numbers()).containsExactly(1L, 2L);
            assertThat(harness.numEventTimeTimers()).isZero();

            harness.add(1, 3 * HOUR);

            assertThat(harness.numbers()).containsExactly(1L, 2L, 1L);
            assertThat(harness.duplicates()).isEqualTo("in 1, duplicate 1");
        }
    }

    @Test
    void anEarlierCallThatPassedAfterALaterOneIsKnownToo() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 12 * HOUR);
            harness.add(1, 10 * HOUR);
            harness.add(1, 10 * HOUR);
            harness.add(1, 11 * HOUR);

            assertThat(harness.times()).containsExactly(12 * HOUR, 10 * HOUR);
            assertThat(harness.duplicates()).isEqualTo("in 2, duplicate 2");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inAnyOrderThoseThatPassAreThoseOfAPlainLoop(long seed) throws Exception {
        Random random = new Random(seed);
        List<Long> passed = new ArrayList<>();
        List<Long> remembered = new ArrayList<>();
        long watermark = 0;
        try (Harness harness = new Harness()) {
            harness.open();
            for (int i = 0; i < 2_000; i++) {
                long time = watermark + (random.nextInt(80) - 20) * HOUR / 10;
                if (remembered.stream().noneMatch(other -> Math.abs(other - time) <= HOUR)) {
                    passed.add(time);
                    remembered.add(time);
                }
                harness.add(1, time);
                if (random.nextInt(4) == 0) {
                    watermark += random.nextInt(10) * HOUR / 10;
                    long now = watermark;
                    remembered.removeIf(other -> other + HOUR <= now);
                    harness.processWatermark(watermark);
                }
            }
            assertThat(harness.times()).isEqualTo(passed);
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.numKeyedStateEntries()).isZero();
            assertThat(harness.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void recordsThatCannotBeCountedPassEachTime() throws Exception {
        try (Harness harness = new Harness()) {
            harness.open();
            harness.addDamaged();
            harness.addDamaged();

            assertThat(harness.numbers()).hasSize(2);
        }
    }

    @Test
    void whatWasSeenIsKnownAfterARestore() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = new Harness()) {
            harness.open();
            harness.add(1, 0);
            harness.add(1, 0);
            checkpoint = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.add(1, 0);

            assertThat(harness.numbers()).isEmpty();
            assertThat(harness.duplicates()).isEqualTo("in 1, duplicate 1");
        }
    }

    private static final class Harness extends KeyedOneInputStreamOperatorTestHarness<Long, CallRecord, CallBatch> {

        Harness() throws Exception {
            super(new DropDuplicates(Duration.ofHours(1)), Repeats::numberOf, Types.LONG);
            setup(TypeInformation.of(CallBatch.class).createSerializer(new SerializerConfigImpl()));
        }

        void add(long crimeId, long time) throws Exception {
            CallRecord call = new CallRecord();
            call.crimeId = crimeId;
            call.callDateTime = time;
            processElement(new StreamRecord<>(call, time));
        }

        void addDamaged() throws Exception {
            CallRecord damaged = new CallRecord();
            damaged.problem = new Problem(Problem.Kind.MALFORMED, "body is damaged");
            processElement(new StreamRecord<>(damaged, damaged.callDateTime));
        }

        List<Long> numbers() {
            return extractOutputValues().stream()
                    .map(batch -> batch.crimeIds[0])
                    .toList();
        }

        List<Long> times() {
            return extractOutputValues().stream()
                    .map(batch -> batch.callDateTimes[0])
                    .toList();
        }

        String duplicates() throws Exception {
            prepareSnapshotPreBarrier(9);
            return "in %d, duplicate %d"
                    .formatted(OutcomesTold.by(this, Outcome.IN), OutcomesTold.by(this, Outcome.DUPLICATE));
        }
    }
}
