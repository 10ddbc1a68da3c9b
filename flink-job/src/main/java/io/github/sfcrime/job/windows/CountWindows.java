package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.failures.PermanentFailure;
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
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
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
 * Keeps the {@link BucketWindows} of each bucket in keyed state, with one pending timer per bucket instead of one per
 * group. It emits a window's counts when the watermark closes it, and changed ones again within the allowed lateness.
 */
final class CountWindows extends AbstractStreamOperator<GroupCount>
        implements OneInputStreamOperator<PartialCounts, GroupCount>, Triggerable<Integer, VoidNamespace> {

    private final String title;
    private final StateSettings settings;
    private final WindowShape shape;
    private final Lateness lateness;
    private final RowsOfWindow rows;
    private final boolean movesOutcomes;

    private transient StateGuard guard;
    private transient ValueState<BucketIndex> indexes;
    private transient BucketWindows windows;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient OutcomeDeltas outcomes;
    private transient OpenWindows open;
    private transient GroupPool pool;
    private transient GroupCountOutput rowOutput;

    /**
     * The operator of one query.
     *
     * @param query what is counted
     * @param counting what the windows are
     * @param rows selects the counts of a window that become rows
     * @param movesOutcomes whether it changes the outcome of calls that are late here from counted to late
     */
    CountWindows(Query query, Counting counting, RowsOfWindow rows, boolean movesOutcomes) {
        title = query.title();
        shape = counting.shape();
        lateness = new Lateness(counting.allowedLateness());
        settings = counting.windowSettings(query);
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
        indexes = getKeyedStateStore().getState(new ValueStateDescriptor<>("index", new BucketIndexSerializer()));
        windows = new BucketWindows(shape, lateness, new KeyedSlices(getKeyedStateBackend()));
        timers = getInternalTimerService("windows", VoidNamespaceSerializer.INSTANCE, this);
        pool = new GroupPool();
        rowOutput = new GroupCountOutput(output);
    }

    @Override
    public void processElement(StreamRecord<PartialCounts> element) throws Exception {
        PartialCounts partial = element.getValue();
        Group[] groups = partial.groups(pool);
        BucketIndex index = turnToBucket();
        if (index.complete == Long.MAX_VALUE) {
            throw new PermanentFailure(
                    "cannot count more calls in the windows of %s: the state was kept at the end of the input, by stop --drain or a bounded run, where every window closes; restore a savepoint that was taken without --drain, or start without one"
                            .formatted(title));
        }
        windows.completeUpTo(WindowShape.complete(timers.currentWatermark()));
        int from = 0;
        for (int slice = 0; slice < partial.sliceEnds.length; slice++) {
            int to = from + partial.sliceSizes[slice];
            if (!windows.add(partial.sliceEnds[slice], groups, partial, from, to)) {
                rebookAsLate(groups, partial, from, to);
            }
            from = to;
        }
        windows.store(this::emitAgain);
        leaveBucket(index);
    }

    /**
     * Changes the outcome of calls from counted to late: while a source was idle the watermark advanced without it, and
     * then it returned with calls of closed windows.
     */
    private void rebookAsLate(Group[] groups, PartialCounts partial, int from, int to) {
        for (int i = from; i < to; i++) {
            if (movesOutcomes && rows.countsCalls(groups[partial.groups[i]])) {
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

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        open.expired(lateness.expired(WindowShape.complete(mark.getTimestamp())));
    }

    @Override
    public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        BucketIndex index = turnToBucket();
        index.timer = WindowShape.NEVER;
        windows.close(WindowShape.complete(timers.currentWatermark()), this::emit);
        leaveBucket(index);
    }

    private BucketIndex turnToBucket() throws Exception {
        BucketIndex index = indexes.value();
        if (index == null) {
            index = new BucketIndex();
        }
        windows.turnTo(index);
        return index;
    }

    private void leaveBucket(BucketIndex index) throws Exception {
        long due = windows.due();
        if (due < index.timer) {
            if (index.timer != WindowShape.NEVER) {
                timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, index.timer - 1);
            }
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due - 1);
            index.timer = due;
        }
        indexes.update(index);
        if (index.size() > 0) {
            open.slicesOpened(shape.slices().mark(index.first()), shape.slices().mark(index.last(index.size() - 1)));
        }
    }

    private void emit(long windowEnd, GroupCounts counts) {
        open.emitted(windowEnd, counts.size());
        rows.of(counts, rowOutput.of(shape.windowStart(windowEnd), windowEnd));
    }

    private void emitAgain(long windowEnd, GroupCounts counts, Iterable<Group> changed) {
        rows.again(counts, changed, rowOutput.again(shape.windowStart(windowEnd), windowEnd));
    }

    @Override
    public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
        throw new IllegalStateException("windows go by event time only");
    }
}
