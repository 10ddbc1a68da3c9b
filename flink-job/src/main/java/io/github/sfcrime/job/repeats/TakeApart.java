package io.github.sfcrime.job.repeats;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallMetrics;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.time.TimeSource;
import java.util.function.Function;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Puts out the calls of a batch one by one, each with its own time, so that they can be dealt out by their number. */
final class TakeApart extends AbstractStreamOperator<CallRecord>
        implements OneInputStreamOperator<CallBatch, CallRecord> {

    private final TimeSource source;
    private transient Function<CallBatch, long[]> timesOf;
    private transient CallMetrics counted;

    TakeApart(TimeSource source) {
        this.source = source;
    }

    @Override
    public void open() throws Exception {
        super.open();
        timesOf = source.ofCalls();
        counted = new CallMetrics(getMetricGroup().getIOMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<CallBatch> element) {
        CallBatch batch = element.getValue();
        counted.read(batch);
        long[] times = timesOf.apply(batch);
        for (int i = 0; i < times.length; i++) {
            output.collect(new StreamRecord<>(batch.call(i), times[i]));
        }
    }
}
