package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.contender.Contender;
import io.github.sfcrime.benchmarks.contender.Contenders;
import io.github.sfcrime.benchmarks.contender.Task;
import io.github.sfcrime.benchmarks.measuring.SteadyPhase;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** This project's job alone, measured like any contender, its rows compared with the oracle's. */
public final class MeasuredJob {

    private final Stack stack;
    private final long warmUpRecords;
    private final long coolDownRecords;
    private final Contender job;

    /**
     * On the broker of a stack; each run has a cluster of its own, and as many calls as that are cut from its beginning
     * and its end.
     */
    public MeasuredJob(Stack stack, Checkout checkout, long warmUpRecords, long coolDownRecords) {
        this.stack = stack;
        this.warmUpRecords = warmUpRecords;
        this.coolDownRecords = coolDownRecords;
        job = new Contenders(checkout).named("job");
        job.requireBuilt();
    }

    /** One run. */
    public RunResult run(WorkloadTopic input, int parallelism, int repetition)
            throws InterruptedException, IOException {
        String id = input.name() + "-" + parallelism + "-" + repetition;
        Path directory =
                Files.createDirectories(stack.directory().resolve("runs").resolve(id));
        Task task = Task.of(input, id, stack.bootstrapServers(), parallelism, directory);
        long cold = input.workload().records() - coolDownRecords;
        return new Measuring(
                        stack.bootstrapServers(), input, samples -> SteadyPhase.between(warmUpRecords, cold, samples))
                .run(job, task, repetition);
    }
}
