package io.github.sfcrime.job.outcomes;

import java.util.Objects;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What an operator under test has reported of its doors. */
public final class OutcomesShown {

    private OutcomesShown() {}

    public static long by(AbstractStreamOperatorTestHarness<?> harness, String door) {
        Accumulator<?, ?> accumulator =
                harness.getEnvironment().getAccumulatorRegistry().getUserMap().get(door);
        return ((LongCounter) Objects.requireNonNull(accumulator, door)).getLocalValuePrimitive();
    }
}
