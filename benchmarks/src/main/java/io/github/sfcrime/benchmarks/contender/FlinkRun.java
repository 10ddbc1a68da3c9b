package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.flink.StackProcesses;
import io.github.sfcrime.benchmarks.flink.SubmittedJob;
import io.github.sfcrime.local.stack.Stack;
import java.util.List;

/** A contender's job on a cluster of its own. */
final class FlinkRun implements Contender.Run {

    private final Stack stack;
    private final SubmittedJob job;
    private final List<Long> processes;
    private Contender.Progress progress = new Contender.Progress(System.nanoTime(), 0);

    FlinkRun(Stack stack, SubmittedJob job) {
        this.stack = stack;
        this.job = job;
        processes = StackProcesses.flink(stack);
    }

    @Override
    public Contender.Progress progress() {
        long records = job.callsIn();
        if (records > progress.records()) {
            progress = new Contender.Progress(System.nanoTime(), records);
        }
        return progress;
    }

    @Override
    public boolean isDone() {
        return job.isFinished();
    }

    @Override
    public List<Long> processes() {
        return processes;
    }

    @Override
    public void close() {
        stack.close();
    }
}
