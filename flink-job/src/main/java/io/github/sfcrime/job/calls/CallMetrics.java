package io.github.sfcrime.job.calls;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.OperatorIOMetricGroup;

/** Makes an operator's {@code numRecordsIn} and {@code numRecordsOut} count calls, where Flink counts a batch as one. */
public final class CallMetrics {

    private final Counter in;
    private final Counter out;

    public CallMetrics(OperatorIOMetricGroup metrics) {
        in = metrics.getNumRecordsInCounter();
        out = metrics.getNumRecordsOutCounter();
    }

    /** Counts the calls of a batch that came in, which Flink has counted once. */
    public void read(CallBatch batch) {
        in.inc(batch.size() - 1L);
    }

    /** Counts the calls of a batch that went out, which Flink counts once. */
    public void wrote(CallBatch batch) {
        out.inc(batch.size() - 1L);
    }
}
