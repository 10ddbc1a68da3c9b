package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallRecord;
import java.io.Serializable;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;

/** Fails when a certain call comes for the first time, and notes how many rows had been written then. */
final class FailOnce implements MapFunction<CallBatch, CallBatch> {

    private static final AtomicLong ROWS = new AtomicLong(-1);

    private final long crimeId;
    private final WrittenRows written;

    FailOnce(CallRecord failing, WrittenRows written) {
        ROWS.set(-1);
        crimeId = failing.crimeId;
        this.written = written;
    }

    static long rowsAtFailure() {
        return ROWS.get();
    }

    @Override
    public CallBatch map(CallBatch batch) throws Exception {
        if (ROWS.get() < 0 && Arrays.stream(batch.crimeIds).anyMatch(id -> id == crimeId)) {
            ROWS.set(written.count());
            throw new IllegalStateException("fails once");
        }
        return batch;
    }

    /** Counts the rows that have been written. */
    interface WrittenRows extends Serializable {
        long count() throws Exception;
    }
}
