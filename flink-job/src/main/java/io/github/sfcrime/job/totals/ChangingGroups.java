package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.groups.GroupSerializer;
import io.github.sfcrime.job.partials.PartialCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Emits a group after it has changed, at most once per interval. Keyed by bucket; state has an entry for each group that
 * waits to be emitted.
 */
abstract class ChangingGroups extends AbstractStreamOperator<GroupCount>
        implements OneInputStreamOperator<PartialCounts, GroupCount>, Triggerable<Integer, VoidNamespace> {

    /** An event-time timer for the end of a bounded input, where pending processing-time timers are dropped. */
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long intervalMillis;

    /** Groups that have changed since they were emitted. */
    private transient MapState<Group, Boolean> waiting;

    private transient InternalTimerService<VoidNamespace> timers;
    private transient GroupPool pool;

    /** @param interval how often a group is emitted at most; zero for every change */
    ChangingGroups(Duration interval) {
        intervalMillis = interval.toMillis();
    }

    /** Adds a count of a slice to a group of the current bucket. */
    abstract void count(Group group, long slice, long count) throws Exception;

    /** Emits what the group of the current bucket is now. */
    abstract void emit(Group group) throws Exception;

    @Override
    public void open() throws Exception {
        super.open();
        waiting = getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>("waiting", GroupSerializer.INSTANCE, BooleanSerializer.INSTANCE));
        timers = getInternalTimerService("totals", VoidNamespaceSerializer.INSTANCE, this);
        pool = new GroupPool();
        bringForward();
    }

    /** Emits waiting groups by the current interval, even if it was longer before a restore. */
    private void bringForward() throws Exception {
        long due = due();
        List<Object> keys = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        timers.forEachProcessingTimeTimer((namespace, time) -> {
            if (time > due) {
                keys.add(getCurrentKey());
                times.add(time);
            }
        });
        for (int i = 0; i < keys.size(); i++) {
            setCurrentKey(keys.get(i));
            timers.deleteProcessingTimeTimer(VoidNamespace.INSTANCE, times.get(i));
            timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, due);
        }
    }

    /** The end of the current interval. */
    private long due() {
        long now = timers.currentProcessingTime();
        return intervalMillis == 0 ? now : now - now % intervalMillis + intervalMillis;
    }

    @Override
    public void processElement(StreamRecord<PartialCounts> element) throws Exception {
        PartialCounts partial = element.getValue();
        Group[] groups = partial.groups(pool);
        emitLater();
        int i = 0;
        for (int slice = 0; slice < partial.sliceEnds.length; slice++) {
            for (int end = i + partial.sliceSizes[slice]; i < end; i++) {
                count(groups[partial.groups[i]], partial.sliceEnds[slice], partial.counts[i]);
            }
        }
    }

    private void emitLater() {
        if (intervalMillis > 0) {
            timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, due());
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, END_OF_INPUT);
        }
    }

    /** Has a group of the current bucket emitted. */
    final void changed(Group group) throws Exception {
        if (intervalMillis > 0) {
            waiting.put(group, true);
        } else {
            emit(group);
        }
    }

    /** Calls {@link #passed} for the current bucket when the watermark has come to {@code time}; the end of the input is no time. */
    final void notice(long time) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
    }

    /** The watermark has come to a time that {@link #notice} asked for. */
    abstract void passed(long time) throws Exception;

    final long watermark() {
        return timers.currentWatermark();
    }

    @Override
    public final void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        emitWaiting();
    }

    @Override
    public final void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        if (timer.getTimestamp() == END_OF_INPUT) {
            emitWaiting();
        } else if (timers.currentWatermark() != END_OF_INPUT) {
            emitLater();
            passed(timer.getTimestamp());
        }
    }

    private void emitWaiting() throws Exception {
        for (Group group : waiting.keys()) {
            emit(group);
        }
        waiting.clear();
    }
}
