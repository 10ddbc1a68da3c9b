package io.github.sfcrime.job.files;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.calls.CallRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Takes the calls that are asked about out of batches, without records that cannot be counted. */
final class TakeCalls extends RichFlatMapFunction<CallBatch, CallRecord> {

    private static final long serialVersionUID = 1;

    private final CallFilter filter;
    private transient CallFilter.Test test;

    TakeCalls(CallFilter filter) {
        this.filter = filter;
    }

    @Override
    public void open(OpenContext context) {
        test = filter.test();
    }

    @Override
    public void flatMap(CallBatch batch, Collector<CallRecord> calls) {
        for (int i = 0; i < batch.came(); i++) {
            if (batch.problems[i] == null && test.passes(batch.types[i], batch.callDateTimes[i])) {
                calls.collect(batch.call(i));
            }
        }
    }
}
