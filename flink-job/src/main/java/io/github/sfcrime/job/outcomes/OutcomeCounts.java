package io.github.sfcrime.job.outcomes;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From the operators that decide what becomes of records to the one that adds it up. */
public final class OutcomeCounts {

    private final List<DataStream<OutcomeDelta>> deltas = new ArrayList<>();

    /** Counts what {@code operator} tells by its {@link OutcomeDeltas} too. */
    public <T> SingleOutputStreamOperator<T> of(SingleOutputStreamOperator<T> operator) {
        deltas.add(operator.getSideOutput(OutcomeDeltas.TAG));
        return operator;
    }

    /** Adds up what all the operators tell. */
    public void addUp() {
        DataStream<OutcomeDelta> all = deltas.stream()
                .reduce((some, others) -> some.union(others))
                .orElseThrow(() -> new IllegalStateException("no operator tells what becomes of records"));
        all.global()
                .transform("Count record outcomes", Types.VOID, new CountOutcomes())
                .uid("count-outcomes")
                .forceNonParallel();
    }
}
