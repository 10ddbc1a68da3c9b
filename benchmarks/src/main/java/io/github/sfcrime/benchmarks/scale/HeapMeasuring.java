package io.github.sfcrime.benchmarks.scale;

import io.github.sfcrime.benchmarks.flink.ComparableCluster;
import io.github.sfcrime.benchmarks.flink.FlinkProgram;
import io.github.sfcrime.benchmarks.flink.JobArguments;
import io.github.sfcrime.benchmarks.flink.StackProcesses;
import io.github.sfcrime.benchmarks.flink.SubmittedJob;
import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.workload.BenchmarkTopics;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects a TaskManager's garbage again and again while the job counts, and looks at what is left. */
final class HeapMeasuring {

    private static final long SAMPLE_EVERY_MILLIS = 1_000;
    private static final Duration LASTS_AT_MOST = Duration.ofMinutes(15);

    private final Stack stack;
    private final FlinkProgram job;
    private final WorkloadTopic input;

    HeapMeasuring(Stack stack, Checkout checkout, WorkloadTopic input) {
        this.stack = stack;
        this.input = input;
        job = FlinkProgram.job(checkout.root());
    }

    /** One run with windows of that length; the last sample is taken when all calls are in. */
    HeapRun run(String window, int repetition) throws InterruptedException {
        stack.restartCluster(ComparableCluster.withSlots(1));
        try (BenchmarkTopics topics = new BenchmarkTopics(stack.bootstrapServers())) {
            topics.create(Topic.CRIME_COUNTS.name(), input.workload().partitions());
        }
        List<String> windows = List.of(
                "--window",
                window,
                "--watermark-bound",
                input.workload().watermarkBound().toString());
        SubmittedJob submitted = job.submit(
                stack, List.of("-p", "1"), JobArguments.reading(stack.bootstrapServers(), input.name(), windows));
        try {
            return new HeapRun(
                    Dimension.MEMORY.toString(),
                    window,
                    input.workload().name(),
                    input.workload().records(),
                    repetition,
                    sample(submitted));
        } finally {
            submitted.cancel();
        }
    }

    private List<HeapSample> sample(SubmittedJob submitted) throws InterruptedException {
        long taskManager = StackProcesses.taskManagers(stack).get(0);
        List<HeapSample> samples = new ArrayList<>();
        long start = System.nanoTime();
        for (boolean all = false; !all; Thread.sleep(SAMPLE_EVERY_MILLIS)) {
            if (System.nanoTime() - start > LASTS_AT_MOST.toNanos()) {
                throw new BenchmarkFailure("the job has not taken all calls in within " + LASTS_AT_MOST.toMinutes()
                        + " minutes: " + submitted.callsIn() + " of "
                        + input.workload().records());
            }
            long records = submitted.callsIn();
            all = records >= input.workload().records();
            long heap = Heap.afterFullCollection(taskManager);
            samples.add(new HeapSample(
                    (System.nanoTime() - start) / 1e9,
                    records,
                    submitted.metric(".sfcrime.windowsOpen"),
                    submitted.metric(".sfcrime.groupsPerWindow"),
                    heap));
        }
        return samples;
    }
}
