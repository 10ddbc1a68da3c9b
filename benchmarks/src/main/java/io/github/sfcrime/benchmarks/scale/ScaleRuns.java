package io.github.sfcrime.benchmarks.scale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.benchmarks.compare.MeasuredJob;
import io.github.sfcrime.benchmarks.compare.RunResult;
import io.github.sfcrime.benchmarks.flink.StackProcesses;
import io.github.sfcrime.benchmarks.measuring.CpuTime;
import io.github.sfcrime.benchmarks.measuring.Json;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Runs the job at each value of what grows. */
final class ScaleRuns {

    private final Stack stack;
    private final Checkout checkout;
    private final Dimension dimension;
    private final Workload workload;
    private final StateBackend stateBackend;
    private final long warmUpRecords;
    private final long coolDownRecords;
    private final MeasuredJob job;

    ScaleRuns(
            Stack stack,
            Checkout checkout,
            Dimension dimension,
            Workload workload,
            String contender,
            StateBackend stateBackend,
            long warmUpRecords) {
        this.stack = stack;
        this.checkout = checkout;
        this.dimension = dimension;
        this.workload = workload;
        this.warmUpRecords = warmUpRecords;
        // So that the end of the input, where partitions run dry one after the other, is in no figure.
        this.coolDownRecords = warmUpRecords / 10;
        this.stateBackend = stateBackend;
        job = new MeasuredJob(stack, checkout, contender, stateBackend.options(), warmUpRecords, coolDownRecords);
    }

    /** All runs at one value; whether all rows were the oracle's, where they were looked at. */
    boolean run(String value, int repetitions, RawResults results, Consumer<ObjectNode> each)
            throws InterruptedException, IOException {
        WorkloadTopic input = load(value);
        boolean right = true;
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            if (dimension == Dimension.MEMORY) {
                HeapRun run = new HeapMeasuring(stack, checkout, input).run(value, repetition);
                results.add("heap", run);
                each.accept(Json.object(run));
            } else {
                ScaledRun run = scaled(input, value, repetition);
                results.add("scale", run);
                each.accept(Json.object(run));
                right &= run.run().differences().isEmpty();
            }
        }
        return right;
    }

    private WorkloadTopic load(String value) throws InterruptedException {
        try {
            Workload chosen = dimension.workload(workload, value, warmUpRecords + coolDownRecords);
            return WorkloadTopic.load(stack.bootstrapServers(), "calls-" + value.replaceAll("[^\\w.]", "-"), chosen);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException("--values: " + value + ": " + e.getMessage());
        }
    }

    private ScaledRun scaled(WorkloadTopic input, String value, int repetition)
            throws InterruptedException, IOException {
        List<Long> broker = StackProcesses.broker(stack);
        double before = CpuTime.seconds(broker);
        RunResult run = job.run(input, dimension.parallelism(value), repetition);
        double perMillion = (CpuTime.seconds(broker) - before) / run.records() * 1e6;
        return new ScaledRun(dimension.toString(), value, stateBackend.toString(), workload.name(), perMillion, run);
    }
}
