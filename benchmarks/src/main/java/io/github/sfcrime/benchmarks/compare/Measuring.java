package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.contender.Contender;
import io.github.sfcrime.benchmarks.contender.Task;
import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.measuring.CpuTime;
import io.github.sfcrime.benchmarks.measuring.Sample;
import io.github.sfcrime.benchmarks.measuring.SteadyPhase;
import io.github.sfcrime.benchmarks.workload.BenchmarkTopics;
import io.github.sfcrime.benchmarks.workload.Query;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Runs contenders on a workload, one at a time, and measures all of them in the same way. */
final class Measuring {

    private static final long SAMPLE_EVERY_MILLIS = 500;
    private static final Duration STALLED_AFTER = Duration.ofMinutes(2);

    private final String bootstrapServers;
    private final WorkloadTopic input;
    private final Function<List<Sample>, SteadyPhase> steadyPhase;

    Measuring(String bootstrapServers, WorkloadTopic input, Function<List<Sample>, SteadyPhase> steadyPhase) {
        this.bootstrapServers = bootstrapServers;
        this.input = input;
        this.steadyPhase = steadyPhase;
    }

    /** One run, its rows compared with the oracle's. */
    RunResult run(Contender contender, Task task, int repetition) throws InterruptedException {
        try (BenchmarkTopics topics = new BenchmarkTopics(bootstrapServers)) {
            int partitions = input.workload().partitions();
            topics.create(task.closingTopic(), partitions);
            if (contender.counts()) {
                topics.create(contender.outputTopic(task), partitions);
            }
            try {
                return contender.counts()
                        ? counting(contender, task, repetition)
                        : reading(contender, task, repetition);
            } finally {
                topics.delete(name -> name.startsWith(task.id()));
            }
        }
    }

    private RunResult reading(Contender contender, Task task, int repetition) throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        long start = System.nanoTime();
        try (Contender.Run run = contender.start(task)) {
            sample(contender, run, start, samples);
            return result(contender, task, repetition, -1, List.of(), secondsSince(start), samples);
        }
    }

    private RunResult counting(Contender contender, Task task, int repetition) throws InterruptedException {
        List<Sample> samples = new ArrayList<>();
        try (ResultRows rows = new ResultRows(
                bootstrapServers,
                contender.outputTopic(task),
                RowFormat.of(task.query(), task.windows()),
                contender.needsClosingCalls() ? ClosingCalls.firstAfter(input.oracle(), task) : LocalDateTime.MAX)) {
            long start = System.nanoTime();
            try (Contender.Run run = contender.start(task)) {
                sample(contender, run, start, samples);
                if (contender.needsClosingCalls() && task.query() == Query.TOTALS) {
                    awaitTotals(rows);
                } else if (contender.needsClosingCalls()) {
                    closeWindows(task, rows);
                }
                double seconds = secondsSince(start);
                rows.readToEnd();
                List<String> differences = input.oracle().differences(rows.rows());
                return result(contender, task, repetition, rows.records(), differences, seconds, samples);
            }
        }
    }

    /** Samples until the contender is done, or has counted all calls where it knows no end of input. */
    private void sample(Contender contender, Contender.Run run, long start, List<Sample> samples)
            throws InterruptedException {
        boolean done = false;
        long heard = System.nanoTime();
        while (!done || samples.isEmpty()) {
            Thread.sleep(SAMPLE_EVERY_MILLIS);
            done = run.isDone();
            Contender.Progress progress = run.progress();
            if (done && progress.records() == 0) {
                progress = new Contender.Progress(
                        System.nanoTime(), input.workload().records());
            }
            long before =
                    samples.isEmpty() ? 0 : samples.get(samples.size() - 1).records();
            if (progress.records() > before) {
                heard = System.nanoTime();
                samples.add(new Sample(
                        (progress.nanos() - start) / 1e9, progress.records(), CpuTime.seconds(run.processes())));
            }
            if (contender.needsClosingCalls()
                    && progress.records() >= input.workload().records()) {
                return;
            }
            if (System.nanoTime() - heard > STALLED_AFTER.toNanos()) {
                throw new BenchmarkFailure(contender.name() + " has stood still at " + progress.records() + " of "
                        + input.workload().records() + " records for " + STALLED_AFTER.toSeconds() + " s");
            }
        }
    }

    /** The last totals come within an interval of the last call. */
    private void awaitTotals(ResultRows rows) throws InterruptedException {
        long deadline = System.nanoTime() + STALLED_AFTER.toNanos() / 2;
        do {
            Thread.sleep(SAMPLE_EVERY_MILLIS);
            rows.readToEnd();
        } while (!input.oracle().differences(rows.rows()).isEmpty() && System.nanoTime() < deadline);
    }

    private void closeWindows(Task task, ResultRows rows) throws InterruptedException {
        int seen = -1;
        long grown = System.nanoTime();
        try (ClosingCalls closing = new ClosingCalls(task, input)) {
            while (rows.rows().size() < input.oracle().rows()
                    && System.nanoTime() - grown < STALLED_AFTER.toNanos() / 2) {
                closing.send();
                Thread.sleep(SAMPLE_EVERY_MILLIS);
                rows.readToEnd();
                if (rows.rows().size() > seen) {
                    seen = rows.rows().size();
                    grown = System.nanoTime();
                }
            }
        }
    }

    private RunResult result(
            Contender contender,
            Task task,
            int repetition,
            long resultsOut,
            List<String> differences,
            double wholeSeconds,
            List<Sample> samples) {
        SteadyPhase steady = steadyPhase.apply(samples);
        return new RunResult(
                contender.name(),
                repetition,
                task.parallelism(),
                task.records(),
                resultsOut,
                differences,
                steady.recordsPerSecond(),
                steady.cpuSecondsPerMillion(),
                steady.warmUpSeconds(),
                steady.seconds(),
                wholeSeconds,
                samples);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
