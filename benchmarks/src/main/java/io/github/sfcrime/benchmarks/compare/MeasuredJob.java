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
import java.util.List;

/** This project's job, of today or of a commit, alone, measured like any contender, its rows compared with the oracle's. */
public final class MeasuredJob {

    private final Stack stack;
    private final long warmUpRecords;
    private final long coolDownRecords;
    private final List<String> flinkOptions;
    private final Contender job;

    /**
     * On the broker of a stack; each run has a cluster of its own, and as many calls as that are cut from its beginning
     * and its end.
     *
     * @param name {@code job}, or {@code job@} and a commit
     * @param flinkOptions more options of {@code flink run}
     */
    public MeasuredJob(
            Stack stack,
            Checkout checkout,
            String name,
            List<String> flinkOptions,
            long warmUpRecords,
            long coolDownRecords) {
        this.stack = stack;
        this.flinkOptions = flinkOptions;
        this.warmUpRecords = warmUpRecords;
        this.coolDownRecords = coolDownRecords;
        job = new Contenders(checkout).named(name);
        job.requireBuilt();
    }

    /** One run. */
    public RunResult run(WorkloadTopic input, int parallelism, int repetition)
            throws InterruptedException, IOException {
        String id = input.name() + "-" + parallelism + "-" + repetition;
        Path directory =
                Files.createDirectories(stack.directory().resolve("runs").resolve(id));
        Task task = Task.of(input, id, stack.bootstrapServers(), parallelism, flinkOptions, directory);
        long cold = input.workload().records() - coolDownRecords;
        return new Measuring(
                        stack.bootstrapServers(), input, samples -> SteadyPhase.between(warmUpRecords, cold, samples))
                .run(job, task, repetition);
    }
}
