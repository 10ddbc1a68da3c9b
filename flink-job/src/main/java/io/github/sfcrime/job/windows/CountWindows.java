package io.github.sfcrime.job.windows;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds partial counts up per slice and emits a window's counts, merged from its slices, when the watermark closes it.
 * Keyed by bucket: one table of groups per slice and one pending timer per bucket, however many groups there are.
 */
final class CountWindows extends AbstractStreamOperator<WindowedCount>
        implements OneInputStreamOperator<PartialCounts, WindowedCount>, Triggerable<Integer, VoidNamespace> {

    private final WindowShape shape;

    private transient MapState<Long, GroupCounts> slices;
    /** Watermark up to which the bucket's windows have been emitted. */
    private transient ValueState<Long> emittedUpTo;
    /** When the bucket's pending timer is due. */
    private transient ValueState<Long> pendingTimer;

    private transient InternalTimerService<VoidNamespace> timers;
    /** The windows that the slices were counted for, so that no others are made of them. */
    private transient ListState<String> shapeState;

    private transient Doors doors;
    private transient GroupPool pool;
    private transient WindowedCount row;
    private transient StreamRecord<WindowedCount> rowRecord;

    CountWindows(WindowShape shape) {
        this.shape = shape;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        doors = new Doors(context.getOperatorStateStore());
        shapeState =
                context.getOperatorStateStore().getListState(new ListStateDescriptor<>("window-shape", Types.STRING));
        for (String restored : shapeState.get()) {
            if (!restored.equals(shape.toString())) {
                throw new IllegalStateException("the state that is restored from was counted in other windows: "
                        + restored + ", not " + shape
                        + ". Go on with the window settings that it was written with, or start without it.");
            }
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        doors.snapshot();
        shapeState.update(List.of(shape.toString()));
    }

    @Override
    public void open() throws Exception {
        super.open();
        doors.show(getMetricGroup().addGroup("sfcrime"), getRuntimeContext());
        slices = getKeyedStateStore()
                .getMapState(
                        new MapStateDescriptor<>("slices", LongSerializer.INSTANCE, GroupCountsSerializer.INSTANCE));
        emittedUpTo = getKeyedStateStore().getState(new ValueStateDescriptor<>("emitted-up-to", Types.LONG));
        pendingTimer = getKeyedStateStore().getState(new ValueStateDescriptor<>("pending-timer", Types.LONG));
        timers = getInternalTimerService("windows", VoidNamespaceSerializer.INSTANCE, this);
        pool = new GroupPool();
        row = new WindowedCount();
        rowRecord = new StreamRecord<>(row);
    }

    @Override
    public void processElement(StreamRecord<PartialCounts> element) throws Exception {
        PartialCounts partial = element.getValue();
        Group[] groups = groupsOf(partial);
        long watermark = Math.max(timers.currentWatermark(), emittedUpTo());
        emittedUpTo.update(watermark);
        long firstEnd = WindowShape.NONE;
        int from = 0;
        for (int slice = 0; slice < partial.sliceEnds.length; slice++) {
            int to = from + partial.sliceSizes[slice];
            long sliceEnd = partial.sliceEnds[slice];
            long end = shape.windowEndAfter(sliceEnd, watermark);
            if (end == WindowShape.NONE) {
                rebookAsLate(partial, from, to);
            } else {
                add(sliceEnd, groups, partial, from, to);
                firstEnd = Math.min(firstEnd, end);
            }
            from = to;
        }
        if (firstEnd != WindowShape.NONE) {
            fireAt(firstEnd - 1);
        }
    }

    private Group[] groupsOf(PartialCounts partial) {
        Group[] groups = new Group[partial.types.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = pool.get(partial.types[i], partial.dispositions[i]);
        }
        return groups;
    }

    private void add(long sliceEnd, Group[] groups, PartialCounts partial, int from, int to) throws Exception {
        GroupCounts counts = slices.get(sliceEnd);
        if (counts == null) {
            counts = new GroupCounts();
        }
        for (int i = from; i < to; i++) {
            counts.add(groups[partial.groups[i]], partial.counts[i]);
        }
        slices.put(sliceEnd, counts);
    }

    /**
     * Moves calls from the counted to the late: a source that was idle, so that the watermark went on without it, came
     * back with calls of windows that have closed.
     */
    private void rebookAsLate(PartialCounts partial, int from, int to) {
        for (int i = from; i < to; i++) {
            doors.counted.pass(-partial.counts[i]);
            doors.late.pass(partial.counts[i]);
        }
        doors.report();
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

    /** Emits every window of the bucket that the watermark has closed since the last time, oldest first. */
    @Override
    public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        long watermark = timers.currentWatermark();
        long emitted = emittedUpTo();
        long nextEnd = WindowShape.NONE;
        ClosedWindows closed = new ClosedWindows();
        Iterator<Map.Entry<Long, GroupCounts>> remaining = slices.iterator();
        while (remaining.hasNext()) {
            Map.Entry<Long, GroupCounts> slice = remaining.next();
            long end = shape.windowEndAfter(slice.getKey(), emitted);
            while (end != WindowShape.NONE && WindowShape.isClosed(end, watermark)) {
                closed.add(end, slice.getValue());
                end = shape.windowEndAfter(slice.getKey(), end - 1);
            }
            nextEnd = Math.min(nextEnd, end);
            if (end == WindowShape.NONE) {
                remaining.remove();
            }
        }
        closed.forEach(this::emit);
        settle(watermark, nextEnd);
    }

    private void settle(long watermark, long nextEnd) throws Exception {
        emittedUpTo.update(watermark);
        pendingTimer.clear();
        if (nextEnd == WindowShape.NONE) {
            slices.clear();
        } else {
            fireAt(nextEnd - 1);
        }
    }

    private void emit(long windowEnd, GroupCounts counts) {
        row.windowStart = shape.windowStart(windowEnd);
        row.windowEnd = windowEnd;
        rowRecord.setTimestamp(windowEnd - 1);
        counts.forEach(this::emitRow);
    }

    private void emitRow(Group group, long count) {
        row.originalCrimeTypeName = group.type;
        row.disposition = group.disposition;
        row.count = count;
        output.collect(rowRecord);
    }

    @Override
    public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
        throw new IllegalStateException("windows go by event time only");
    }
}
