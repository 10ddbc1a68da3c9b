package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCountOutput;
import io.github.sfcrime.job.groups.GroupSerializer;
import java.time.Duration;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.internal.InternalValueState;

/** Sums partial counts per group without an end. Keyed by bucket; state has an entry for each group. */
final class CountTotals extends ChangingGroups {

    /** Totals by group, which is the namespace: each is an entry of its own in every state backend. */
    private transient InternalValueState<Integer, Group, Long> totals;

    private transient GroupCountOutput rowOutput;

    /** @param interval how often a total is emitted at most; zero for every change */
    CountTotals(Duration interval) {
        super(interval);
    }

    @Override
    public void open() throws Exception {
        totals = totals();
        rowOutput = new GroupCountOutput(output).of(0, 0);
        super.open();
    }

    @SuppressWarnings(
            "unchecked") // What backends make of such a descriptor, as Flink's own window operator trusts too.
    private InternalValueState<Integer, Group, Long> totals() throws Exception {
        return (InternalValueState<Integer, Group, Long>) getKeyedStateBackend()
                .<Group, ValueState<Long>, Long>getOrCreateKeyedState(
                        GroupSerializer.INSTANCE, new ValueStateDescriptor<>("totals", LongSerializer.INSTANCE));
    }

    @Override
    void count(Group group, long slice, long count) throws Exception {
        totals.setCurrentNamespace(group);
        Long total = totals.value();
        totals.update((total == null ? 0 : total) + count);
        changed(group);
    }

    @Override
    void emit(Group group) throws Exception {
        totals.setCurrentNamespace(group);
        rowOutput.accept(group, totals.value(), 0);
    }

    @Override
    void passed(long time) {
        throw new IllegalStateException("totals go by no event time");
    }
}
