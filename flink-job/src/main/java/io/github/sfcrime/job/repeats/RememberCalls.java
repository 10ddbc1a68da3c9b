package io.github.sfcrime.job.repeats;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomeDeltas;
import java.time.Duration;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Decides about a call by what is remembered of earlier ones of its number, which is kept in state until the watermark is
 * past them by the horizon. Each goes on as a batch of its own; records that cannot be counted go on as they are.
 */
abstract class RememberCalls extends AbstractStreamOperator<CallBatch>
        implements OneInputStreamOperator<CallRecord, CallBatch>, Triggerable<Long, VoidNamespace> {

    final long horizonMillis;

    transient InternalTimerService<VoidNamespace> timers;
    private transient OutcomeDeltas outcomes;

    RememberCalls(Duration horizon) {
        horizonMillis = horizon.toMillis();
    }

    /** Decides about a call of the current number. */
    abstract void decide(CallRecord call, long time) throws Exception;

    @Override
    public void open() throws Exception {
        super.open();
        outcomes = new OutcomeDeltas(output, getProcessingTimeService());
        timers = getInternalTimerService("horizon", VoidNamespaceSerializer.INSTANCE, this);
    }

    @Override
    public final void processElement(StreamRecord<CallRecord> element) throws Exception {
        CallRecord call = element.getValue();
        if (call.problem == null) {
            decide(call, element.getTimestamp());
        } else {
            pass(CallBatch.of(call), element.getTimestamp());
        }
    }

    final void pass(CallBatch batch, long time) {
        output.collect(new StreamRecord<>(batch, time));
    }

    /** Lets a record go no further. */
    final void leaveOut(Outcome why) {
        outcomes.add(Outcome.IN);
        outcomes.add(why);
    }

    @Override
    public final void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
        throw new IllegalStateException("the horizon goes by event time");
    }

    @Override
    public final void prepareSnapshotPreBarrier(long checkpointId) {
        outcomes.tell();
    }

    @Override
    public final void finish() throws Exception {
        outcomes.tell();
        super.finish();
    }
}
