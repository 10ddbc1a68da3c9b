package io.github.sfcrime.job.outcomes;

import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * The changes of outcomes in an operator, emitted to {@link CountOutcomes}: from time to time by themselves, and by the
 * operator before each checkpoint barrier and before it finishes, so that they need no state.
 */
@SuppressWarnings("EnumOrdinal") // Places in an array of this process only, asked for with every call.
public final class OutcomeDeltas {

    /** The side output of the deltas. */
    static final OutputTag<OutcomeDelta> TAG = new OutputTag<>("outcomes", TypeInformation.of(OutcomeDelta.class));

    private static final long PERIOD_MILLIS = 100;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final long[] untold = new long[OUTCOMES.length];
    private final Output<?> output;

    /** The deltas of the operator with that output and clock. */
    public OutcomeDeltas(Output<?> output, ProcessingTimeService time) {
        this.output = output;
        ScheduledFuture<?> unused = // It ends with the task.
                time.scheduleWithFixedDelay(now -> tell(), PERIOD_MILLIS, PERIOD_MILLIS);
    }

    public void add(Outcome outcome) {
        untold[outcome.ordinal()]++;
    }

    public void add(Outcome outcome, long calls) {
        untold[outcome.ordinal()] += calls;
    }

    /** Emits what has been added since the last call. */
    public void tell() {
        for (Outcome outcome : OUTCOMES) {
            long calls = untold[outcome.ordinal()];
            if (calls != 0) {
                output.collect(TAG, new StreamRecord<>(new OutcomeDelta(outcome, calls)));
            }
        }
        Arrays.fill(untold, 0);
    }
}
