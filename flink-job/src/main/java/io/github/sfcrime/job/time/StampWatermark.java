package io.github.sfcrime.job.time;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallMetrics;
import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.job.guard.StateGuard;
import io.github.sfcrime.job.guard.StateSettings;
import java.util.function.Function;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Stamps each call with the watermark of its partition: the latest event time among the earlier calls of the partition less
 * the bound, whichever reader reads it and whatever its other partitions are at. Only where the reader's own watermark has
 * gone on without a partition that is idle is it the reader's.
 */
final class StampWatermark extends AbstractStreamOperator<CallBatch>
        implements OneInputStreamOperator<CallBatch, CallBatch> {

    /** For all readers, as partitions may be another's after a restore. */
    private static final ListStateDescriptor<PartitionWatermark> OF_ALL =
            new ListStateDescriptor<>("partition-watermarks-of-all", TypeInformation.of(PartitionWatermark.class));

    /**
     * For the reader itself: Flink takes no checkpoint with state for all once one of several has come to its end. Restored
     * at another parallelism, such a run begins without the watermarks of partitions that have moved.
     */
    private static final ListStateDescriptor<PartitionWatermark> OF_EACH =
            new ListStateDescriptor<>("partition-watermarks-of-each", TypeInformation.of(PartitionWatermark.class));

    private static final long ENDED = Watermark.MAX_WATERMARK.getTimestamp();

    private final long boundMillis;
    private final boolean bounded;
    private final boolean closesWindows;
    private final TimeSource source;
    private final StateSettings settings;

    private transient Function<CallBatch, long[]> timesOf;
    private transient CallMetrics counted;
    private transient PartitionWatermarks partitions;
    private transient ListState<PartitionWatermark> state;
    private transient StateGuard guard;
    private long readerWatermark = Long.MIN_VALUE;

    /**
     * The operator behind a source.
     *
     * @param bounded whether the source ends by itself
     * @param closesWindows whether watermarks mean anything to those who get the calls
     */
    StampWatermark(EventTime time, boolean bounded, boolean closesWindows) {
        boundMillis = time.watermarkBound().toMillis();
        this.bounded = bounded;
        this.closesWindows = closesWindows;
        source = time.source();
        settings = StateSettings.none().with("--time", time.source());
    }

    @Override
    public void open() throws Exception {
        super.open();
        timesOf = source.ofCalls();
        counted = new CallMetrics(getMetricGroup().getIOMetricGroup());
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        OperatorStateStore states = context.getOperatorStateStore();
        guard = StateGuard.of("the watermarks of partitions", settings, states);
        partitions = new PartitionWatermarks();
        String other = (ofEach() ? OF_ALL : OF_EACH).getName();
        boolean keptOtherwise = states.getRegisteredStateNames().contains(other);
        state = restore(ofEach() ? states.getListState(OF_EACH) : states.getUnionListState(OF_ALL));
        if (keptOtherwise) {
            restore(ofEach() ? states.getUnionListState(OF_ALL) : states.getListState(OF_EACH));
        }
    }

    private boolean ofEach() {
        return bounded && getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks() > 1;
    }

    private ListState<PartitionWatermark> restore(ListState<PartitionWatermark> from) throws Exception {
        for (PartitionWatermark known : from.get()) {
            if (known.watermark == ENDED && closesWindows && !bounded) {
                refuse(known);
            }
            if (known.watermark != ENDED || closesWindows) {
                partitions.restore(known);
            }
        }
        from.clear();
        return from;
    }

    private static void refuse(PartitionWatermark partition) {
        throw new PermanentFailure(
                "cannot go on with topic %s, partition %d: the state was kept at the end of the input, by stop --drain or a bounded run, where every window closes, so that all further calls would be late; restore a savepoint that was taken without --drain, or start without one"
                        .formatted(partition.topic, partition.partition));
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        guard.snapshot();
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        // What others read is kept by one of them where it is for all, and by who has it where it is not.
        state.update(partitions.toKeep(readerWatermark, !ofEach() && subtask > 0));
    }

    @Override
    public void processElement(StreamRecord<CallBatch> element) {
        CallBatch batch = element.getValue();
        counted.read(batch);
        if (element.getTimestamp() != Call.NO_EVENT_TIME) {
            stamp(batch, partitions.of(batch.topic, batch.partition));
        }
        output.collect(element);
        counted.wrote(batch);
    }

    private void stamp(CallBatch batch, PartitionWatermark partition) {
        if (partition.watermark == ENDED) {
            refuse(partition);
        }
        long[] times = timesOf.apply(batch);
        long watermark = partition.watermark;
        for (int i = 0; i < times.length; i++) {
            batch.watermarks[i] = Math.max(watermark, readerWatermark);
            if (times[i] != Call.NO_EVENT_TIME) {
                watermark = Math.max(watermark, times[i] - boundMillis - 1);
            }
        }
        partition.advance(watermark);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        readerWatermark = Math.max(readerWatermark, mark.getTimestamp());
        super.processWatermark(mark);
    }
}
