package io.github.sfcrime.job.repeats;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.outcomes.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;

/**
 * Passes a call on unless one with the same number was passed on whose event time is within the horizon, before or
 * after. Those times are what is remembered.
 */
final class DropDuplicates extends RememberCalls {

    /** Event times of the calls of a number that were passed on: mostly one. */
    private transient ValueState<long[]> passed;

    DropDuplicates(Duration horizon) {
        super(horizon);
    }

    @Override
    public void open() throws Exception {
        super.open();
        passed = getKeyedStateStore()
                .getState(new ValueStateDescriptor<>("passed", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    void decide(CallRecord call, long time) throws Exception {
        long[] others = passed.value();
        if (others != null && isWithinHorizon(time, others)) {
            leaveOut(Outcome.DUPLICATE);
            return;
        }
        passed.update(others == null ? new long[] {time} : and(others, time));
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time + horizonMillis);
        pass(CallBatch.of(call), time);
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
}
