package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.outcomes.Outcomes;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls before the shuffle, and sets aside the ones that can't be counted. Whether a call is late is decided
 * here, on the call itself, so that it can leave whole. What has been counted goes on before each watermark and before
 * each checkpoint barrier, so nothing is late behind the shuffle and no count is in two places.
 */
final class PreAggregateCalls extends AbstractStreamOperator<PartialCounts>
        implements OneInputStreamOperator<CallRecord, PartialCounts> {

    /** How long the running totals wait for a flush at most, whatever the watermark does. */
    private static final long LONGEST_WAIT_MILLIS = 100;

    private final Counting counting;
    private final Admission admission;
    private final Lateness lateness;
    private final int maxParallelism;
    // Asked about each call, so not asked of the sets each time.
    private final boolean hasWindows;
    private final boolean hasTotals;
    private final boolean emitsEveryChange;

    private transient Outcomes doors;
    private transient CallBuffers buffers;
    /** With the parallelism that it was reached at. Not a union: that would allow no checkpoint once one reader has ended. */
    private transient ListState<Tuple2<Integer, Long>> watermarkState;

    private transient StreamRecord<PartialCounts> partialCounts;
    private transient StreamRecord<SetAsideRecord> setAside;
    private transient EventTimeLag lag;
    private transient @Nullable ScheduledFuture<?> flushing;
    private long watermark = Long.MIN_VALUE;

    PreAggregateCalls(Counting counting, Admission admission, int maxParallelism) {
        this.counting = counting;
        this.admission = admission;
        this.lateness = new Lateness(counting.allowedLateness());
        this.maxParallelism = maxParallelism;
        hasWindows = counting.hasWindows();
        hasTotals = counting.asks(Query.TOTALS);
        emitsEveryChange = counting.emitsEveryChange();
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        doors = new Outcomes(context.getOperatorStateStore());
        watermarkState = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("reader-watermark", Types.TUPLE(Types.INT, Types.LONG)));
        for (Tuple2<Integer, Long> restored : watermarkState.get()) {
            takeUp(restored.f0, restored.f1);
        }
    }

    /**
     * The watermark at the checkpoint, below which windows have closed for good. Sources start anew without one; a call
     * that they then read again must not open such a window a second time. At another parallelism readers have other
     * partitions, and what was late for one may be in time for the next: then the windows themselves stay closed.
     */
    private void takeUp(int parallelism, long restored) {
        if (parallelism == getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks()) {
            watermark = Math.max(watermark, restored);
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        MetricGroup metrics = getMetricGroup().addGroup("sfcrime");
        doors.show(metrics, getRuntimeContext());
        lag = new EventTimeLag(metrics, getProcessingTimeService());
        buffers = new CallBuffers(counting, maxParallelism);
        partialCounts = new StreamRecord<>(new PartialCounts());
        setAside = new StreamRecord<>(new SetAsideRecord());
        if (hasTotals && !emitsEveryChange) {
            long period = Math.min(LONGEST_WAIT_MILLIS, counting.emitInterval().toMillis());
            flushing = getProcessingTimeService().scheduleWithFixedDelay(time -> flush(), period, period);
        }
    }

    @Override
    public void processElement(StreamRecord<CallRecord> element) {
        CallRecord call = element.getValue();
        doors.in.pass();
        if (call.problem != null) {
            turnAway(call, call.problem);
        } else if (!admission.filter().accepts(call)) {
            doors.filtered.pass();
        } else {
            lag.see(call.callDateTime);
            count(call, element.getTimestamp());
        }
    }

    private void count(CallRecord call, long time) {
        long sliceEnd = hasWindows ? sliceEnd(call, time) : WindowShape.NEVER;
        boolean late = hasWindows && sliceEnd == WindowShape.NEVER;
        (late ? doors.late : doors.counted).pass();
        if (hasTotals) {
            doors.totalled.pass();
        } else if (late) {
            return;
        }
        buffers.add(sliceEnd, call);
        if (emitsEveryChange || buffers.areFull()) {
            flush();
        }
    }

    /** End of the call's slice; {@link WindowShape#NEVER} and a late record where no window takes it any more. */
    private long sliceEnd(CallRecord call, long time) {
        WindowShape shape = counting.shape();
        long sliceEnd = shape.sliceEnd(time);
        long expired = lateness.expired(WindowShape.complete(watermark));
        if (shape.lastWindowEnd(sliceEnd) <= expired) {
            setAside(PreAggregation.LATE, call, "late: watermark was " + watermark);
            return WindowShape.NEVER;
        }
        if (shape.firstWindowEnd(sliceEnd) <= expired) {
            doors.partlyLate.pass();
        }
        return sliceEnd;
    }

    private void turnAway(CallRecord call, String problem) {
        admission.requireDeadLetter(call);
        (call.fromFuture ? doors.fromFuture : doors.deadLetter).pass();
        setAside(PreAggregation.DEAD_LETTER, call, problem);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
        watermark = Math.max(watermark, mark.getTimestamp());
        super.processWatermark(mark);
    }

    /** While the source is idle the watermark goes on without it: what has been counted must not be left behind. */
    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        flush();
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        flush();
    }

    @Override
    public void finish() throws Exception {
        flush();
        super.finish();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        doors.snapshot();
        watermarkState.update(
                List.of(Tuple2.of(getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks(), watermark)));
    }

    @Override
    public void close() throws Exception {
        if (flushing != null) {
            flushing.cancel(false);
        }
        super.close();
    }

    private void flush() {
        buffers.drainTo(
                (query, counts) -> output.collect(PreAggregation.feeding(query), partialCounts.replace(counts)));
        doors.report();
        lag.publish();
    }

    private void setAside(OutputTag<SetAsideRecord> tag, CallRecord call, String reason) {
        output.collect(tag, setAside.replace(new SetAsideRecord(call.source, reason)));
    }
}
