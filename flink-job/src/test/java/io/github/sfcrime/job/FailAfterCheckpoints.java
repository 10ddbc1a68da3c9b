package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallBatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Fails the job once, when its readers have long read what they may: by then those that came to their end have finished,
 * each of which takes a checkpoint. Lets the others go on afterwards.
 */
final class FailAfterCheckpoints implements MapFunction<CallBatch, CallBatch>, CheckpointListener {

    private static final int CHECKPOINTS = 8;

    private final PartitionedCalls calls;
    private final AtomicInteger checkpoints = new AtomicInteger();

    FailAfterCheckpoints(PartitionedCalls calls) {
        this.calls = calls;
    }

    @Override
    public CallBatch map(CallBatch batch) {
        return batch;
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        if (calls.isHeldBack() && checkpoints.incrementAndGet() > CHECKPOINTS) {
            calls.allow(Long.MAX_VALUE);
            throw new IllegalStateException("fails once");
        }
    }
}
