package io.github.sfcrime.job.duplicates;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallMetrics;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.time.TimeSource;
import java.util.function.ToLongFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Puts out the calls of a batch one by one, each with its own time, so that they can be dealt out by their number. */
final class TakeApart extends AbstractStreamOperator<CallRecord>
        implements OneInputStreamOperator<CallBatch, CallRecord> {

    private final TimeSource source;
    private transient ToLongFunction<CallRecord> time;
    private transient CallMetrics counted;

    TakeApart(TimeSource source) {
        this.source = source;
    }

    @Override
    public void open() throws Exception {
        super.open();
        time = source.ofCalls();
        counted = new CallMetrics(getMetricGroup().getIOMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<CallBatch> element) {
        counted.read(element.getValue());
        for (CallRecord call : element.getValue().calls) {
            output.collect(new StreamRecord<>(call, time.applyAsLong(call)));
        }
    }
}
