package io.github.sfcrime.job.outcomes;

import java.util.Queue;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What an operator under test has told of the outcomes of records. */
public final class OutcomesTold {

    private OutcomesTold() {}

    /** By how many calls the outcome has grown, all told. */
    public static long by(AbstractStreamOperatorTestHarness<?> harness, Outcome outcome) {
        Queue<StreamRecord<OutcomeDelta>> told = harness.getSideOutput(OutcomeDeltas.TAG);
        return told == null
                ? 0
                : told.stream()
                        .map(StreamRecord::getValue)
                        .filter(delta -> delta.outcome == outcome)
                        .mapToLong(delta -> delta.calls)
                        .sum();
    }
}
