package io.github.sfcrime.job.outcomes;

import java.util.Arrays;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.util.OutputTag;

/**
 * What an operator has to tell {@link CountOutcomes}. It tells it now and then by itself; the operator sees to it that all
 * is told before a checkpoint barrier and before it finishes, so that the deltas need no state of their own.
 */
@SuppressWarnings("EnumOrdinal") // Places in an array of this process only, asked for with every call.
public final class OutcomeDeltas {

    /** The side output by which deltas leave an operator. */
    static final OutputTag<OutcomeDelta> TAG = new OutputTag<>("outcomes", TypeInformation.of(OutcomeDelta.class));

    private static final long PERIOD_MILLIS = 100;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final long[] untold = new long[OUTCOMES.length];
    private final Output<?> output;

    /** Deltas of the operator whose output and clock those are. */
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

    /** Puts out what has been added since the last time. */
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
