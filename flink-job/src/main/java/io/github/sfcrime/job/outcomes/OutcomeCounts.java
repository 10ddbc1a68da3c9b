package io.github.sfcrime.job.outcomes;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Connects the operators that decide on outcomes with the one that sums them. */
public final class OutcomeCounts {

    private final List<DataStream<OutcomeDelta>> deltas = new ArrayList<>();

    /** Adds the {@link OutcomeDeltas} of {@code operator}. */
    public <T> SingleOutputStreamOperator<T> of(SingleOutputStreamOperator<T> operator) {
        deltas.add(operator.getSideOutput(OutcomeDeltas.TAG));
        return operator;
    }

    /** Adds the operator that sums all deltas. */
    public void addUp() {
        DataStream<OutcomeDelta> all = deltas.stream()
                .reduce((some, others) -> some.union(others))
                .orElseThrow(() -> new IllegalStateException("no operator emits outcomes of records"));
        all.global()
                .transform("Count record outcomes", Types.VOID, new CountOutcomes())
                .uid("count-outcomes")
                .forceNonParallel();
    }
}
