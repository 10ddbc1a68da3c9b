package io.github.sfcrime.job.unusual;

import java.util.Objects;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.internal.InternalValueState;
import org.jspecify.annotations.Nullable;

/**
 * The groups of each bucket and their history in keyed state: an entry for each window of the week, which is the namespace.
 * The counts of a bucket's window come together, so that the entries of one bucket and window are kept at hand.
 */
final class KeyedHistory {

    private final KeyedStateBackend<Integer> backend;
    private final ValueState<KnownGroups> allGroups;
    private final InternalValueState<Integer, Long, WindowHistory> windows;

    private @Nullable Integer bucket;
    private KnownGroups groups = new KnownGroups();
    private long place;
    private @Nullable WindowHistory window;

    @SuppressWarnings(
            "unchecked") // What backends make of such a descriptor, as Flink's own window operator trusts too.
    KeyedHistory(KeyedStateBackend<Integer> backend) throws Exception {
        this.backend = backend;
        allGroups = backend.getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new ValueStateDescriptor<>("groups", new KnownGroupsSerializer()));
        windows = (InternalValueState<Integer, Long, WindowHistory>)
                backend.<Long, ValueState<WindowHistory>, WindowHistory>getOrCreateKeyedState(
                        LongSerializer.INSTANCE, new ValueStateDescriptor<>("history", new WindowHistorySerializer()));
    }

    /** The groups of the current key's bucket, which may be changed. */
    KnownGroups groups() throws Exception {
        Integer current = backend.getCurrentKey();
        if (!Objects.equals(bucket, current)) {
            release();
            backend.setCurrentKey(current);
            KnownGroups known = allGroups.value();
            groups = known == null ? new KnownGroups() : known;
            bucket = current;
        }
        return groups;
    }

    /**
     * The history of a window of those groups, which may be changed.
     *
     * @param itsPlace in the week
     * @param beforeWeek counts of earlier weeks are forgotten
     */
    WindowHistory window(long itsPlace, long beforeWeek) throws Exception {
        WindowHistory history = window;
        if (history == null || place != itsPlace) {
            storeWindow();
            windows.setCurrentNamespace(itsPlace);
            history = windows.value();
            if (history == null) {
                history = new WindowHistory();
            }
            history.forget(beforeWeek, groups::isKnown);
            window = history;
            place = itsPlace;
        }
        return history;
    }

    /** Writes what is at hand to state, and lets it go: a snapshot may take it from there. */
    void release() throws Exception {
        if (bucket != null) {
            backend.setCurrentKey(bucket);
            allGroups.update(groups);
            storeWindow();
            bucket = null;
        }
    }

    private void storeWindow() throws Exception {
        if (window != null) {
            windows.setCurrentNamespace(place);
            windows.update(window);
            window = null;
        }
    }
}
