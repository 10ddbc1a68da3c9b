package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Counts calls before the shuffle, and sets aside the ones that can't be counted. Whether a call is late is decided
 * here, on the call itself, so that it can leave whole. What has been counted goes on before each watermark and before
 * each checkpoint barrier, so nothing is late behind the shuffle and no count is in two places.
 */
final class PreAggregateCalls extends AbstractStreamOperator<PartialCounts>
        implements OneInputStreamOperator<CallRecord, PartialCounts> {

    /** What an idle source stores for its watermark. */
    private static final long NOT_HOLDING_BACK = Long.MAX_VALUE;

    private final WindowShape shape;
    private final int maxParallelism;

    private transient Doors doors;
    private transient PartialCountsBuffer buffer;
    private transient ListState<Long> watermarkState;
    private transient StreamRecord<PartialCounts> partialCounts;
    private transient StreamRecord<SetAsideRecord> setAside;
    private long watermark = Long.MIN_VALUE;
    private boolean idle;

    PreAggregateCalls(WindowShape shape, int maxParallelism) {
        this.shape = shape;
        this.maxParallelism = maxParallelism;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        doors = new Doors(context.getOperatorStateStore());
        watermarkState =
                context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("watermark", Types.LONG));
        watermark = lowest(watermarkState.get());
    }

    /**
     * The watermark that was in force behind the shuffle at the checkpoint, below which windows have closed for good.
     * Sources start anew without one; a call that they then read again must not open such a window a second time.
     */
    private static long lowest(Iterable<Long> restored) {
        long lowest = NOT_HOLDING_BACK;
        for (long watermark : restored) {
            lowest = Math.min(lowest, watermark);
        }
        return lowest == NOT_HOLDING_BACK ? Long.MIN_VALUE : lowest;
    }

    @Override
    public void open() throws Exception {
        super.open();
        doors.show(getMetricGroup().addGroup("sfcrime"), getRuntimeContext());
        buffer = new PartialCountsBuffer(new Buckets(maxParallelism));
        partialCounts = new StreamRecord<>(new PartialCounts());
        setAside = new StreamRecord<>(new SetAsideRecord());
    }

    @Override
    public void processElement(StreamRecord<CallRecord> element) {
        CallRecord call = element.getValue();
        doors.in.pass();
        if (call.problem != null) {
            doors.deadLetter.pass();
            setAside(CallWindows.DEAD_LETTER, call, call.problem);
            return;
        }
        long sliceEnd = shape.sliceEnd(call.callDateTime);
        if (WindowShape.isClosed(shape.lastWindowEnd(sliceEnd), watermark)) {
            doors.late.pass();
            setAside(CallWindows.LATE, call, "late: watermark was " + watermark);
            return;
        }
        doors.counted.pass();
        buffer.add(sliceEnd, call.originalCrimeTypeName, call.disposition);
        if (buffer.isFull()) {
            flush();
        }
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
        idle = status.isIdle();
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
        watermarkState.update(List.of(idle ? NOT_HOLDING_BACK : watermark));
    }

    private void flush() {
        buffer.drainTo(counts -> output.collect(partialCounts.replace(counts)));
        doors.report();
    }

    private void setAside(OutputTag<SetAsideRecord> tag, CallRecord call, String reason) {
        output.collect(tag, setAside.replace(new SetAsideRecord(call.source, reason)));
    }
}
