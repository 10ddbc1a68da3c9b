package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupCountsSerializer;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.internal.InternalValueState;
import org.jspecify.annotations.Nullable;

/** The slices of each bucket in keyed state, with the page number as the namespace: each page is an entry. */
final class KeyedSlices implements SliceStore {

    private final InternalValueState<Integer, Long, SlicePage> pages;
    private final ValueState<GroupCounts> running;

    @SuppressWarnings(
            "unchecked") // What backends make of such a descriptor, as Flink's own window operator trusts too.
    KeyedSlices(KeyedStateBackend<Integer> backend) throws Exception {
        pages = (InternalValueState<Integer, Long, SlicePage>)
                backend.<Long, ValueState<SlicePage>, SlicePage>getOrCreateKeyedState(
                        LongSerializer.INSTANCE, new ValueStateDescriptor<>("slices", new SlicePageSerializer()));
        running = backend.getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new ValueStateDescriptor<>("running-sum", new GroupCountsSerializer()));
    }

    @Override
    public @Nullable SlicePage page(long number) throws Exception {
        pages.setCurrentNamespace(number);
        return pages.value();
    }

    @Override
    public void put(long number, SlicePage page) throws Exception {
        pages.setCurrentNamespace(number);
        pages.update(page);
    }

    @Override
    public void remove(long number) {
        pages.setCurrentNamespace(number);
        pages.clear();
    }

    @Override
    public @Nullable GroupCounts running() throws Exception {
        return running.value();
    }

    @Override
    public void putRunning(GroupCounts sum) throws Exception {
        running.update(sum);
    }

    @Override
    public void removeRunning() {
        running.clear();
    }
}
