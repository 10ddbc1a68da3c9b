package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.groups.GroupCountOutput;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.groups.GroupSerializer;
import io.github.sfcrime.job.partials.PartialCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.BooleanSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.internal.InternalValueState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums partial counts per group without an end, and emits a group's total after it has changed, at most once per
 * interval. Keyed by bucket; state has an entry for each group, and one for each group whose total waits to be emitted.
 */
final class CountTotals extends AbstractStreamOperator<GroupCount>
        implements OneInputStreamOperator<PartialCounts, GroupCount>, Triggerable<Integer, VoidNamespace> {

    /** An event-time timer for the end of a bounded input, where pending processing-time timers are dropped. */
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long intervalMillis;

    /** Totals by group, which is the namespace: each is an entry of its own in every state backend. */
    private transient InternalValueState<Integer, Group, Long> totals;
    /** Groups whose totals have changed since they were emitted. */
    private transient MapState<Group, Boolean> waiting;

    private transient InternalTimerService<VoidNamespace> timers;
    private transient GroupPool pool;
    private transient GroupCountOutput rowOutput;

    /** @param interval how often a total is emitted at most; zero for every change */
    CountTotals(Duration interval) {
        intervalMillis = interval.toMillis();
    }

    @Override
    public void open() throws Exception {
        super.open();
        totals = totals();
        waiting = getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>("waiting", GroupSerializer.INSTANCE, BooleanSerializer.INSTANCE));
        timers = getInternalTimerService("totals", VoidNamespaceSerializer.INSTANCE, this);
        pool = new GroupPool();
        rowOutput = new GroupCountOutput(output).of(0, 0);
        bringForward();
    }

    @SuppressWarnings(
            "unchecked") // What backends make of such a descriptor, as Flink's own window operator trusts too.
    private InternalValueState<Integer, Group, Long> totals() throws Exception {
        return (InternalValueState<Integer, Group, Long>) getKeyedStateBackend()
                .<Group, ValueState<Long>, Long>getOrCreateKeyedState(
                        GroupSerializer.INSTANCE, new ValueStateDescriptor<>("totals", LongSerializer.INSTANCE));
    }

    /** Emits waiting totals by the current interval, even if it was longer before a restore. */
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
        if (intervalMillis > 0) {
            timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, due());
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, END_OF_INPUT);
        }
        for (int i = 0; i < partial.counts.length; i++) {
            Group group = groups[partial.groups[i]];
            long total = total(group) + partial.counts[i];
            totals.update(total);
            if (intervalMillis > 0) {
                waiting.put(group, true);
            } else {
                rowOutput.accept(group, total, 0);
            }
        }
    }

    private long total(Group group) throws Exception {
        totals.setCurrentNamespace(group);
        Long total = totals.value();
        return total == null ? 0 : total;
    }

    @Override
    public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        emitWaiting();
    }

    @Override
    public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        emitWaiting();
    }

    private void emitWaiting() throws Exception {
        for (Group group : waiting.keys()) {
            rowOutput.accept(group, total(group), 0);
        }
        waiting.clear();
    }
}
