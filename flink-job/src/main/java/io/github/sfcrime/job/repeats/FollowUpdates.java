package io.github.sfcrime.job.repeats;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.outcomes.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimer;

/**
 * Passes a record of a call on together with what the call was counted as before, which is to be counted no more. A
 * record that is older than what is remembered of its call, or says the same, has no effect.
 */
final class FollowUpdates extends RememberCalls {

    /** What the call is counted as; the timestamp of its source is its time. */
    private transient ValueState<CallRecord> known;

    FollowUpdates(Duration horizon) {
        super(horizon);
    }

    @Override
    public void open() throws Exception {
        super.open();
        known = getKeyedStateStore().getState(new ValueStateDescriptor<>("known", new KnownCallSerializer()));
    }

    @Override
    void decide(CallRecord call, long time) throws Exception {
        CallRecord before = known.value();
        if (before != null && !isNews(call, before)) {
            leaveOut(Outcome.SUPERSEDED);
            return;
        }
        CallBatch batch = before == null ? CallBatch.of(call) : CallBatch.update(call, before);
        known.update(kept(batch, time));
        if (before != null) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, forgottenAt(before));
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time + horizonMillis);
        pass(batch, time);
    }

    /**
     * Whether a record stands for its call from now on. Where the source does not say which of two is the later, it is the
     * one that is read later.
     */
    private static boolean isNews(CallRecord call, CallRecord before) {
        boolean told = call.lastUpdate != Call.NO_STAGE && before.lastUpdate != Call.NO_STAGE;
        if (told && call.lastUpdate != before.lastUpdate) {
            return call.lastUpdate > before.lastUpdate;
        }
        return !saysTheSame(call, before);
    }

    private static boolean saysTheSame(Call call, Call other) {
        return call.callDateTime == other.callDateTime
                && call.originalCrimeTypeName.equals(other.originalCrimeTypeName)
                && Objects.equals(call.disposition, other.disposition)
                && Objects.equals(call.priority, other.priority)
                && Objects.equals(call.district, other.district)
                && Arrays.equals(call.stages, other.stages)
                && Arrays.equals(call.places, other.places);
    }

    /** The call without its record. */
    private static CallRecord kept(CallBatch batch, long time) {
        CallRecord kept = new CallRecord();
        kept.copyFrom(batch, 0);
        kept.source.timestamp = time;
        return kept;
    }

    private long forgottenAt(CallRecord call) {
        return call.source.timestamp + horizonMillis;
    }

    @Override
    public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
        CallRecord call = known.value();
        if (call == null) {
            return;
        }
        // The horizon may have been another one before a restore.
        if (forgottenAt(call) <= timer.getTimestamp()) {
            known.clear();
        } else {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, forgottenAt(call));
        }
    }
}
