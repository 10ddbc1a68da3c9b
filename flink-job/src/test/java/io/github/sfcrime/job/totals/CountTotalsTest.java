package io.github.sfcrime.job.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.StateBackends;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.partials.PartialCountsBuilder;
import io.github.sfcrime.job.time.WindowShape;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CountTotalsTest {

    @Test
    void changesGatherUntilTheIntervalIsOver() throws Exception {
        try (Harness harness = new Harness(Duration.ofSeconds(1))) {
            harness.open();
            harness.setProcessingTime(10_300);
            harness.add("Passing Call", 1);
            harness.add("Passing Call", 2);
            harness.add("Trespasser", 1);
            harness.setProcessingTime(10_999);
            assertThat(harness.rows()).isEmpty();

            harness.setProcessingTime(11_000);
            assertThat(harness.rows()).containsExactlyInAnyOrder("Passing Call 3", "Trespasser 1");

            harness.add("Passing Call", 4);
            harness.setProcessingTime(12_000);
            harness.setProcessingTime(13_000);
            assertThat(harness.rows()).hasSize(3).last().isEqualTo("Passing Call 7");
            assertThat(harness.numProcessingTimeTimers()).isZero();
        }
    }

    @Test
    void theLastTotalsAreOutWhenABoundedInputEnds() throws Exception {
        try (Harness harness = new Harness(Duration.ofDays(1))) {
            harness.open();
            harness.add("Passing Call", 3);

            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.rows()).containsExactly("Passing Call 3");
        }
    }

    @Test
    void everyChangeIsOutAtOnceWithoutAnInterval() throws Exception {
        try (Harness harness = new Harness(Duration.ZERO)) {
            harness.open();
            harness.add("Passing Call", 1);
            harness.add("Passing Call", 1);

            assertThat(harness.rows()).containsExactly("Passing Call 1", "Passing Call 2");
            assertThat(harness.numProcessingTimeTimers() + harness.numEventTimeTimers())
                    .isZero();
        }
    }

    @Test
    void whatWaitedAtTheCheckpointIsOutAfterARestore() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = new Harness(Duration.ofSeconds(1))) {
            harness.open();
            harness.add("Passing Call", 3);
            checkpoint = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness(Duration.ofSeconds(1))) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.add("Passing Call", 4);
            harness.setProcessingTime(1_000);

            assertThat(harness.rows()).containsExactly("Passing Call 7");
        }
    }

    static Stream<StateBackend> backends() {
        return StateBackends.all();
    }

    @ParameterizedTest
    @MethodSource("backends")
    void nothingStaleIsEmittedWhereEveryChangeGoesOutFromNowOn(StateBackend backend) throws Exception {
        OperatorSubtaskState checkpoint = waitingForADay(backend);
        try (Harness harness = new Harness(Duration.ZERO, backend)) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.add("Passing Call", 1);
            harness.add("Passing Call", 1);
            harness.setProcessingTime(Duration.ofDays(2).toMillis());
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.rows().subList(0, 2)).containsExactly("Passing Call 6", "Passing Call 7");
            assertThat(harness.rows().subList(2, harness.rows().size()))
                    .containsExactlyInAnyOrder("Passing Call 7", "Trespasser 1");
            assertThat(harness.numProcessingTimeTimers()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aShorterIntervalTakesEffectAtOnce(StateBackend backend) throws Exception {
        OperatorSubtaskState checkpoint = waitingForADay(backend);
        try (Harness harness = new Harness(Duration.ofSeconds(1), backend)) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.add("Passing Call", 1);
            assertThat(harness.rows()).isEmpty();

            harness.setProcessingTime(1_000);

            assertThat(harness.rows()).containsExactlyInAnyOrder("Passing Call 6", "Trespasser 1");
            assertThat(harness.numProcessingTimeTimers()).isZero();
            assertThat(harness.groups()).isEqualTo(2);
        }
    }

    private static OperatorSubtaskState waitingForADay(StateBackend backend) throws Exception {
        try (Harness harness = new Harness(Duration.ofDays(1), backend)) {
            harness.open();
            harness.add("Passing Call", 5);
            harness.add("Trespasser", 1);
            return harness.snapshot(1, 1);
        }
    }

    private static final class Harness
            extends KeyedOneInputStreamOperatorTestHarness<Integer, PartialCounts, GroupCount> {

        Harness(Duration interval) throws Exception {
            this(interval, StateBackends.heap());
        }

        Harness(Duration interval, StateBackend backend) throws Exception {
            super(new CountTotals(interval), partial -> partial.bucket, Types.INT);
            setup(TypeInformation.of(GroupCount.class).createSerializer(new SerializerConfigImpl()));
            setStateBackend(backend);
        }

        /** Totals; what waits is none of them. */
        int groups() {
            try (var groups = getOperator().getKeyedStateBackend().getKeysAndNamespaces("totals")) {
                return (int) groups.count();
            }
        }

        void add(String type, long count) throws Exception {
            PartialCountsBuilder partial = new PartialCountsBuilder(0);
            partial.add(WindowShape.NEVER, new Group(type, "HAN"), count);
            processElement(new StreamRecord<>(partial.take()));
        }

        List<String> rows() {
            return extractOutputValues().stream()
                    .map(row -> row.first + " " + row.count)
                    .toList();
        }
    }
}
