package io.github.sfcrime.job.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CountOutcomesTest {

    @Test
    void itAddsUpWhatOperatorsTellAndGoesOnFromACheckpoint() throws Exception {
        OperatorSubtaskState checkpoint;
        try (Harness harness = new Harness()) {
            harness.open();
            harness.tell(Outcome.IN, 7);
            harness.tell(Outcome.COUNTED, 7);
            harness.tell(Outcome.COUNTED, -2);
            harness.tell(Outcome.LATE, 2);
            assertThat(harness.shown()).isEqualTo("in 7, counted 5, late 2");
            checkpoint = harness.snapshot(1, 1);
        }
        try (Harness harness = new Harness()) {
            harness.initializeState(checkpoint);
            harness.open();
            harness.tell(Outcome.IN, 3);

            assertThat(harness.shown()).isEqualTo("in 10, counted 5, late 2");
        }
    }

    private static final class Harness extends OneInputStreamOperatorTestHarness<OutcomeDelta, Void> {

        Harness() throws Exception {
            super(new CountOutcomes(), 1, 1, 0);
        }

        void tell(Outcome outcome, long calls) throws Exception {
            processElement(new StreamRecord<>(new OutcomeDelta(outcome, calls)));
        }

        String shown() {
            return "in %d, counted %d, late %d"
                    .formatted(atEnd(Outcome.IN), atEnd(Outcome.COUNTED), atEnd(Outcome.LATE));
        }

        private long atEnd(Outcome outcome) {
            Map<String, Accumulator<?, ?>> accumulators =
                    getEnvironment().getAccumulatorRegistry().getUserMap();
            return ((LongCounter) Objects.requireNonNull(accumulators.get(outcome.metric()))).getLocalValuePrimitive();
        }
    }
}
