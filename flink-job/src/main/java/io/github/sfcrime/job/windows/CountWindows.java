package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.groups.GroupCountOutput;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.guard.StateGuard;
import io.github.sfcrime.job.guard.StateSettings;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomeDeltas;
import io.github.sfcrime.job.partials.Counting;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds partial counts up per slice and emits a window's counts, merged from its slices, when the watermark closes it, and
 * again what changes within the lateness that is allowed. Keyed by bucket: tables of groups per slice and one pending
 * timer per bucket, however many groups there are.
 */
final class CountWindows extends AbstractStreamOperator<GroupCount>
        implements OneInputStreamOperator<PartialCounts, GroupCount>, Triggerable<Integer, VoidNamespace> {

    private final String title;
    private final StateSettings settings;
    private final WindowShape shape;
    private final Lateness lateness;
    private final RowsOfWindow rows;
    private final boolean movesOutcomes;

    private transient SlicePages slices;
    /** Watermark up to which the bucket's windows have been emitted. */
    private transient ValueState<Long> emittedUpTo;
    /** When the bucket's pending timer is due. */
    private transient ValueState<Long> pendingTimer;

    private transient InternalTimerService<VoidNamespace> timers;
    private transient StateGuard guard;

    private transient OutcomeDeltas outcomes;
    private transient OpenWindows open;
    private transient GroupPool pool;
    private transient GroupCountOutput rowOutput;

    /**
     * The operator of one query.
     *
     * @param title what a user calls the query
     * @param counting what the windows are
     * @param rows which of a window's counts become rows
     * @param movesOutcomes whether it books calls that come too late from counted to late
     */
    CountWindows(String title, Counting counting, RowsOfWindow rows, boolean movesOutcomes) {
        this.title = title;
        shape = counting.shape();
        lateness = new Lateness(counting.allowedLateness());
        settings = counting.windowSettings();
        this.rows = rows;
        this.movesOutcomes = movesOutcomes;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        outcomes = new OutcomeDeltas(output, getProcessingTimeService());
        guard = StateGuard.of("the windows of " + title, settings, context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        guard.snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        MetricGroup metrics = getMetricGroup().addGroup("sfcrime");
        open = new OpenWindows(shape);
        open.show(metrics);
        slices = new SlicePages(getKeyedStateStore().getMapState(SlicePages.STATE), shape);
        emittedUpTo = getKeyedStateStore().getState(new ValueStateDescriptor<>("emitted-up-to", Types.LONG));
        pendingTimer = getKeyedStateStore().getState(new ValueStateDescriptor<>("pending-timer", Types.LONG));
        timers = getInternalTimerService("windows", VoidNamespaceSerializer.INSTANCE, this);
        pool = new GroupPool();
        rowOutput = new GroupCountOutput(output);
        getKeyedStateBackend()
                .applyToAllKeys(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        SlicePages.STATE,
                        (bucket, restored) -> restored.values().forEach(open::slicesOpened));
    }

    @Override
    public void processElement(StreamRecord<PartialCounts> element) throws Exception {
        PartialCounts partial = element.getValue();
        Group[] groups = partial.groups(pool);
        long watermark = Math.max(timers.currentWatermark(), emittedUpTo());
        emittedUpTo.update(watermark);
        ChangedWindows changed = new ChangedWindows();
        long due = WindowShape.NEVER;
        int from = 0;
        for (int slice = 0; slice < partial.sliceEnds.length; slice++) {
            int to = from + partial.sliceSizes[slice];
            long sliceEnd = partial.sliceEnds[slice];
            long end = shape.windowEndAfter(sliceEnd, lateness.expired(WindowShape.complete(watermark)));
            if (end == WindowShape.NEVER) {
                rebookAsLate(partial, from, to);
            } else {
                add(sliceEnd, groups, partial, from, to);
                for (; end <= WindowShape.complete(watermark); end = shape.windowEndAfter(sliceEnd, end)) {
                    changed.add(end, groups, partial.groups, from, to);
                }
                due = Math.min(due, nextDue(sliceEnd, end));
            }
            from = to;
        }
        slices.store();
        changed.forEach(this::emitAgain);
        if (due != WindowShape.NEVER) {
            fireAt(due - 1);
        }
    }

    private void add(long sliceEnd, Group[] groups, PartialCounts partial, int from, int to) throws Exception {
        GroupCounts counts = slices.at(sliceEnd);
        for (int i = from; i < to; i++) {
            counts.add(groups[partial.groups[i]], partial.counts[i]);
        }
        open.sliceOpened(sliceEnd);
    }

    /**
     * Moves calls from the counted to the late: a source that was idle, so that the watermark went on without it, came
     * back with calls of windows that have closed.
     */
    private void rebookAsLate(PartialCounts partial, int from, int to) {
        if (movesOutcomes) {
            for (int i = from; i < to; i++) {
                outcomes.add(Outcome.COUNTED, -partial.counts[i]);
                outcomes.add(Outcome.LATE, partial.counts[i]);
            }
        }
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

    private long emittedUpTo() throws Exception {
        Long watermark = emittedUpTo.value();
        return watermark == null ? Long.MIN_VALUE : watermark;
    }

    private void fireAt(long time) throws Exception {
        Long pending = pendingTimer.value();
        if (pending != null && pending <= time) {
            return;
        }
        if (pending != null) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, pending);
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        pendingTimer.update(time);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        open.expired(lateness.expired(WindowShape.complete(mark.getTimestamp())));
    }

    /** Emits every window of the bucket that the watermark has closed since the last time, oldest first. */
    @Override
    public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        long watermark = timers.currentWatermark();
        Slices held = slices.all();
        held.forEachClosed(shape, WindowShape.complete(emittedUpTo()), WindowShape.complete(watermark), this::emit);
        int gone = 0;
        while (gone < held.size() && gone(held.end(gone)) <= WindowShape.complete(watermark)) {
            gone++;
        }
        long due = WindowShape.NEVER;
        for (int i = gone; i < held.size(); i++) {
            due = Math.min(
                    due, nextDue(held.end(i), shape.windowEndAfter(held.end(i), WindowShape.complete(watermark))));
        }
        if (gone == held.size()) {
            slices.clear();
        } else if (gone > 0) {
            slices.removeUpTo(held.end(gone - 1));
        }
        emittedUpTo.update(watermark);
        pendingTimer.clear();
        if (due != WindowShape.NEVER) {
            fireAt(due - 1);
        }
    }

    /** When something is to be done about a slice: at the end of its next window, or else when it is gone. */
    private long nextDue(long sliceEnd, long nextWindowEnd) {
        return nextWindowEnd == WindowShape.NEVER ? gone(sliceEnd) : nextWindowEnd;
    }

    /** When the slice is not needed any more: the end of its last window and the lateness that is allowed. */
    private long gone(long sliceEnd) {
        return lateness.after(shape.lastWindowEnd(sliceEnd));
    }

    private void emit(GroupCounts counts, long windowEnd) {
        open.emitted(windowEnd, counts.size());
        rows.of(counts, rowOutput.of(shape.windowStart(windowEnd), windowEnd));
    }

    private void emitAgain(long windowEnd, Iterable<Group> changed) throws Exception {
        long windowStart = shape.windowStart(windowEnd);
        GroupCounts window = slices.all().merged(windowStart, windowEnd);
        rows.again(window, changed, rowOutput.of(windowStart, windowEnd));
    }

    @Override
    public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
        throw new IllegalStateException("windows go by event time only");
    }
}
