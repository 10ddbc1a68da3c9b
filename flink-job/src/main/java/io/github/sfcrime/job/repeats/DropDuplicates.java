package io.github.sfcrime.job.repeats;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomeDeltas;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Passes a call on unless one with the same number was passed on whose event time is within the horizon, before or
 * after. Those times are kept in state until the watermark is past them by the horizon, which bounds the state.
 * Each goes on as a batch of its own.
 */
final class DropDuplicates extends AbstractStreamOperator<CallBatch>
        implements OneInputStreamOperator<CallRecord, CallBatch>, Triggerable<Long, VoidNamespace> {

    private final long horizonMillis;

    /** Event times of the calls of a number that were passed on: mostly one. */
    private transient ValueState<long[]> passed;

    private transient InternalTimerService<VoidNamespace> timers;
    private transient OutcomeDeltas outcomes;

    DropDuplicates(Duration horizon) {
        horizonMillis = horizon.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        outcomes = new OutcomeDeltas(output, getProcessingTimeService());
        passed = getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("passed", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
        timers = getInternalTimerService("horizon", VoidNamespaceSerializer.INSTANCE, this);
    }

    @Override
    public void processElement(StreamRecord<CallRecord> element) throws Exception {
        CallRecord call = element.getValue();
        if (call.problem != null) {
            pass(call, element.getTimestamp());
            return;
        }
        long time = element.getTimestamp();
        long[] others = passed.value();
        if (others != null && isWithinHorizon(time, others)) {
            outcomes.add(Outcome.IN);
            outcomes.add(Outcome.DUPLICATE);
            return;
        }
        passed.update(others == null ? new long[] {time} : and(others, time));
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time + horizonMillis);
        pass(call, time);
    }

    private void pass(CallRecord call, long time) {
        output.collect(new StreamRecord<>(CallBatch.of(call), time));
    }

    private boolean isWithinHorizon(long time, long[] others) {
        for (long other : others) {
            if (Math.abs(time - other) <= horizonMillis) {
                return true;
            }
        }
        return false;
    }

    private static long[] and(long[] others, long time) {
        long[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = time;
        return all;
    }

    @Override
    public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
        long[] all = Objects.requireNonNull(passed.value(), "a timer for a number that no call of has passed");
        long[] remembered = Arrays.stream(all)
                .filter(time -> time + horizonMillis > timer.getTimestamp())
                .toArray();
        if (remembered.length == 0) {
            passed.clear();
        } else {
            passed.update(remembered);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
        throw new IllegalStateException("the horizon goes by event time");
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        outcomes.tell();
    }

    @Override
    public void finish() throws Exception {
        outcomes.tell();
        super.finish();
    }
}
