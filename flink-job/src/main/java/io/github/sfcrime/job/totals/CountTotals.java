package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.groups.GroupCountOutput;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupCountsSerializer;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.partials.PartialCounts;
import java.time.Duration;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Adds partial counts up for good and emits each group's total after it has changed, at most once per interval, in which
 * changes gather. Keyed by bucket: a table of all groups and one of those that wait to be emitted.
 */
final class CountTotals extends AbstractStreamOperator<GroupCount>
        implements OneInputStreamOperator<PartialCounts, GroupCount>, Triggerable<Integer, VoidNamespace> {

    /** Falls due at the end of a bounded input, where pending timers of processing time are dropped. */
    private static final long END_OF_INPUT = Long.MAX_VALUE;

    private final long intervalMillis;

    private transient ValueState<GroupCounts> totals;
    /** Totals that have changed since they were emitted. */
    private transient ValueState<GroupCounts> waiting;

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
        totals = getKeyedStateStore().getState(new ValueStateDescriptor<>("totals", GroupCountsSerializer.INSTANCE));
        waiting = getKeyedStateStore().getState(new ValueStateDescriptor<>("waiting", GroupCountsSerializer.INSTANCE));
        timers = getInternalTimerService("totals", VoidNamespaceSerializer.INSTANCE, this);
        pool = new GroupPool();
        rowOutput = new GroupCountOutput(output).of(0, 0);
    }

    @Override
    public void processElement(StreamRecord<PartialCounts> element) throws Exception {
        PartialCounts partial = element.getValue();
        Group[] groups = partial.groups(pool);
        GroupCounts sums = orNone(totals.value());
        GroupCounts changed = orNone(waiting.value());
        if (changed.size() == 0 && intervalMillis > 0) {
            long now = timers.currentProcessingTime();
            timers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, now - now % intervalMillis + intervalMillis);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, END_OF_INPUT);
        }
        for (int i = 0; i < partial.counts.length; i++) {
            Group group = groups[partial.groups[i]];
            sums.add(group, partial.counts[i]);
            if (intervalMillis > 0) {
                changed.set(group, sums.get(group));
            } else {
                rowOutput.accept(group, sums.get(group), 0);
            }
        }
        totals.update(sums);
        waiting.update(changed);
    }

    private static GroupCounts orNone(@Nullable GroupCounts counts) {
        return counts == null ? new GroupCounts() : counts;
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
        GroupCounts changed = waiting.value();
        if (changed != null) {
            changed.forEach((group, total) -> rowOutput.accept(group, total, 0));
            waiting.clear();
        }
    }
}
