package io.github.sfcrime.benchmarks.sweep;

import io.github.sfcrime.benchmarks.flink.FlinkProgram;
import io.github.sfcrime.benchmarks.flink.JobArguments;
import io.github.sfcrime.benchmarks.flink.KafkaFile;
import io.github.sfcrime.benchmarks.flink.StackProcesses;
import io.github.sfcrime.benchmarks.flink.SubmittedJob;
import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.measuring.CpuTime;
import io.github.sfcrime.benchmarks.measuring.Sample;
import io.github.sfcrime.benchmarks.measuring.SteadyPhase;
import io.github.sfcrime.benchmarks.workload.BenchmarkTopics;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.cli.Failure;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits cells: a fresh job for each, on a cluster that is restarted only where a cell needs another one. */
final class CellMeasuring {

    private static final long SAMPLE_EVERY_MILLIS = 1_000;
    private static final Duration STALLED_AFTER = Duration.ofSeconds(60);

    private final Stack stack;
    private final FlinkProgram job;
    private final Grid grid;
    private final WorkloadTopic input;
    private @Nullable ClusterSettings running;

    CellMeasuring(Stack stack, FlinkProgram job, Grid grid, WorkloadTopic input) {
        this.stack = stack;
        this.job = job;
        this.grid = grid;
        this.input = input;
    }

    /** One visit; a cell that cannot run is a result, too. */
    CellRun visit(Visit visit) throws InterruptedException {
        try (BenchmarkTopics topics = new BenchmarkTopics(stack.bootstrapServers())) {
            topics.create(Topic.CRIME_COUNTS.name(), input.workload().partitions());
            try {
                startCluster(visit.cell().cluster());
                return measure(visit);
            } finally {
                topics.delete(Topic.CRIME_COUNTS.name()::equals);
            }
        } catch (Failure e) {
            running = null;
            return CellRun.failed(grid, visit, String.valueOf(e.getMessage()));
        }
    }

    private void startCluster(ClusterSettings wanted) throws InterruptedException {
        if (!wanted.equals(running)) {
            stack.restartCluster(wanted);
            running = wanted;
        }
    }

    private CellRun measure(Visit visit) throws InterruptedException {
        SubmittedJob submitted = job.submit(stack, visit.cell().clientOptions(), arguments(visit.cell()));
        try {
            List<Sample> samples = sample(submitted);
            ProcessingDelay delay = ProcessingDelay.of(submitted);
            SteadyPhase steady = SteadyPhase.after(grid.warmUp(), samples);
            return new CellRun(
                    grid.name(),
                    grid.exploratory(),
                    grid.workload(),
                    visit.cell().settings(),
                    visit.repetition(),
                    null,
                    steady.recordsPerSecond(),
                    steady.cpuSecondsPerMillion(),
                    delay,
                    steady.warmUpSeconds(),
                    steady.seconds(),
                    samples);
        } finally {
            submitted.cancel();
        }
    }

    private List<String> arguments(Cell cell) {
        List<String> arguments = new ArrayList<>(
                List.of("--watermark-bound", input.workload().watermarkBound().toString()));
        if (!cell.kafka().isEmpty()) {
            arguments.addAll(List.of("--kafka-config", KafkaFile.of(stack, cell.kafka())));
        }
        arguments.addAll(cell.jobArguments());
        return JobArguments.reading(stack.bootstrapServers(), input.name(), arguments);
    }

    /** Once a second from the first counted call to the end of the window, or to the last call. */
    private List<Sample> sample(SubmittedJob submitted) throws InterruptedException {
        List<Long> processes = StackProcesses.flink(stack);
        List<Sample> samples = new ArrayList<>();
        double enough = grid.warmUp().plus(grid.window()).toMillis() / 1e3;
        long start = System.nanoTime();
        long heard = start;
        long records = 0;
        while (records < input.workload().records() && (samples.size() < 2 || length(samples) < enough)) {
            Thread.sleep(SAMPLE_EVERY_MILLIS);
            long now = submitted.callsIn();
            if (now > records) {
                records = now;
                heard = System.nanoTime();
                samples.add(new Sample((heard - start) / 1e9, records, CpuTime.seconds(processes)));
            } else if (submitted.isFinished() || System.nanoTime() - heard > STALLED_AFTER.toNanos()) {
                throw new BenchmarkFailure(
                        "the job stood still at " + records + " calls for " + STALLED_AFTER.toSeconds() + " s");
            }
        }
        return samples;
    }

    private static double length(List<Sample> samples) {
        return samples.get(samples.size() - 1).seconds() - samples.get(0).seconds();
    }
}
