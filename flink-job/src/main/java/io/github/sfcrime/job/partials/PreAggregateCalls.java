package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.calls.CallMetrics;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.job.calls.SanFranciscoClock;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.calls.SourceRecord;
import io.github.sfcrime.job.outcomes.Outcome;
import io.github.sfcrime.job.outcomes.OutcomeDeltas;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Function;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls before the shuffle, and sets aside the ones that can't be counted. Whether a call is late is decided
 * here, on the call itself and by the watermark that it is stamped with, so that it can leave whole. What has been counted
 * goes on before each watermark and before each checkpoint barrier, so nothing is late behind the shuffle and no count is
 * in two places.
 */
final class PreAggregateCalls extends AbstractStreamOperator<PartialCounts>
        implements OneInputStreamOperator<CallBatch, PartialCounts> {

    /** How long the running totals wait for a flush at most, whatever the watermark does. */
    private static final long LONGEST_WAIT_MILLIS = 100;

    private final Counting counting;
    private final Admission admission;
    private final Lateness lateness;
    private final int maxParallelism;
    // Asked about each call, so not asked of the sets each time.
    private final boolean hasWindows;
    private final boolean hasTotals;
    private final boolean countsTotals;
    private final boolean emitsEveryChange;

    private transient CallFilter.Test filter;
    private transient Function<CallBatch, long[]> timesOf;
    private transient CurrentSlice slice;
    private transient CallMetrics counted;
    private transient OutcomeDeltas outcomes;
    private transient CallBuffers buffers;

    private transient StreamRecord<PartialCounts> partialCounts;
    private transient StreamRecord<SetAsideRecord> setAsideRecord;
    private transient EventTimeLag lag;
    private transient @Nullable ScheduledFuture<?> flushing;

    PreAggregateCalls(Counting counting, Admission admission, int maxParallelism) {
        this.counting = counting;
        this.admission = admission;
        this.lateness = new Lateness(counting.allowedLateness());
        this.maxParallelism = maxParallelism;
        hasWindows = counting.hasWindows();
        hasTotals = counting.hasTotals();
        countsTotals = counting.asks(Query.TOTALS);
        emitsEveryChange = counting.emitsEveryChange();
    }

    @Override
    public void open() throws Exception {
        super.open();
        MetricGroup metrics = getMetricGroup().addGroup("sfcrime");
        filter = admission.filter().test();
        timesOf = counting.time().ofCalls();
        slice = new CurrentSlice(counting.shape(), lateness);
        counted = new CallMetrics(getMetricGroup().getIOMetricGroup());
        outcomes = new OutcomeDeltas(output, getProcessingTimeService());
        lag = new EventTimeLag(metrics, getProcessingTimeService());
        buffers = new CallBuffers(counting, maxParallelism, outcomes);
        partialCounts = new StreamRecord<>(new PartialCounts());
        setAsideRecord = new StreamRecord<>(new SetAsideRecord());
        if (hasTotals && !emitsEveryChange) {
            long period = Math.min(LONGEST_WAIT_MILLIS, counting.emitInterval().toMillis());
            flushing = getProcessingTimeService().scheduleWithFixedDelay(time -> flush(), period, period);
        }
    }

    @Override
    public void processElement(StreamRecord<CallBatch> element) {
        CallBatch batch = element.getValue();
        counted.read(batch);
        outcomes.add(Outcome.IN, batch.came());
        long[] times = timesOf.apply(batch);
        int came = batch.came();
        for (int call = 0; call < came; call++) {
            take(batch, call, times[call]);
        }
        if (batch.takesBackLast && filter.passes(batch.types[came], batch.callDateTimes[came])) {
            takeBack(batch, came, times[came]);
        }
        if (buffers.areFull()) {
            flush();
        }
    }

    private void take(CallBatch batch, int call, long time) {
        Problem problem = batch.problems[call];
        if (problem != null) {
            turnAway(batch.source(call), problem);
        } else if (!filter.passes(batch.types[call], batch.callDateTimes[call])) {
            outcomes.add(Outcome.FILTERED);
        } else {
            lag.see(batch.callDateTimes[call]);
            count(batch, call, time);
        }
    }

    private void count(CallBatch batch, int call, long time) {
        long sliceEnd = hasWindows ? sliceEnd(batch, call, time) : WindowShape.NEVER;
        boolean late = hasWindows && sliceEnd == WindowShape.NEVER;
        outcomes.add(late ? Outcome.LATE : Outcome.COUNTED);
        if (countsTotals) {
            outcomes.add(Outcome.TOTALLED);
        }
        add(sliceEnd, late, batch, call, false);
    }

    /** Counts an earlier record of a call no more; windows that take no calls any more keep it. */
    private void takeBack(CallBatch batch, int call, long time) {
        long sliceEnd = hasWindows ? sliceEnd(batch, call, time) : WindowShape.NEVER;
        boolean late = hasWindows && sliceEnd == WindowShape.NEVER;
        if (!late) {
            outcomes.add(Outcome.COUNTED, -1);
            outcomes.add(Outcome.SUPERSEDED);
        }
        if (countsTotals) {
            outcomes.add(Outcome.TOTALLED, -1);
        }
        add(sliceEnd, late, batch, call, true);
    }

    private void add(long sliceEnd, boolean late, CallBatch batch, int call, boolean takenBack) {
        if (late && !hasTotals) {
            return;
        }
        buffers.add(sliceEnd, batch, call, takenBack);
        if (emitsEveryChange) {
            flush();
        }
    }

    /** End of the call's slice; {@link WindowShape#NEVER} and a late record where no window takes it any more. */
    private long sliceEnd(CallBatch batch, int call, long time) {
        long watermark = batch.watermarks[call];
        return slice.takes(time, watermark) ? slice.end() : otherSliceEnd(batch, call, time, watermark);
    }

    private long otherSliceEnd(CallBatch batch, int call, long time, long watermark) {
        WindowShape shape = counting.shape();
        long sliceEnd = shape.sliceEnd(time);
        long expired = lateness.expired(WindowShape.complete(watermark));
        if (shape.lastWindowEnd(sliceEnd) <= expired) {
            if (!batch.isTakenBack(call)) {
                setAside(
                        PreAggregation.LATE,
                        batch.source(call),
                        "late: watermark was " + SanFranciscoClock.text(watermark));
            }
            return WindowShape.NEVER;
        }
        if (shape.firstWindowEnd(sliceEnd) <= expired) {
            outcomes.add(Outcome.PARTLY_LATE, batch.isTakenBack(call) ? 0 : 1);
            return shape.sliceEndOfThoseAfter(expired, sliceEnd);
        }
        slice.moveTo(sliceEnd);
        return sliceEnd;
    }

    private void turnAway(SourceRecord record, Problem problem) {
        admission.requireDeadLetter(record, problem);
        outcomes.add(problem.kind == Problem.Kind.FROM_FUTURE ? Outcome.FROM_FUTURE : Outcome.DEAD_LETTER);
        setAside(PreAggregation.DEAD_LETTER, record, problem.text);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        flush();
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
        outcomes.tell();
    }

    @Override
    public void finish() throws Exception {
        flush();
        outcomes.tell();
        super.finish();
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
        lag.publish();
    }

    private void setAside(OutputTag<SetAsideRecord> tag, SourceRecord record, String reason) {
        output.collect(tag, setAsideRecord.replace(new SetAsideRecord(record, reason)));
    }
}
