package io.github.sfcrime.benchmarks.compare;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.sfcrime.benchmarks.contender.Contender;
import io.github.sfcrime.benchmarks.contender.Task;
import io.github.sfcrime.benchmarks.measuring.RawResults;
import io.github.sfcrime.benchmarks.measuring.SteadyPhase;
import io.github.sfcrime.benchmarks.workload.Workload;
import io.github.sfcrime.benchmarks.workload.WorkloadTopic;
import io.github.sfcrime.cli.Failure;
import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** All runs of a comparison, on one broker: each contender once per repetition, in a new order each time. */
final class ComparisonRuns {

    /** Of the order of the runs, which is the same each time. */
    private static final long SEED = 1;

    private final Stack stack;
    private final Duration warmUp;
    private final int parallelism;
    private final RawResults raw;
    private final PrintWriter err;

    ComparisonRuns(Stack stack, Duration warmUp, int parallelism, RawResults raw, PrintWriter err) {
        this.stack = stack;
        this.warmUp = warmUp;
        this.parallelism = parallelism;
        this.raw = raw;
        this.err = err;
    }

    /** Runs each contender on its workload; results are in the order of the contenders. */
    List<ContenderResult> compare(Map<Contender, Workload> workloads, int repetitions)
            throws InterruptedException, IOException {
        Map<Workload, WorkloadTopic> topics = new HashMap<>();
        Map<String, List<RunResult>> runs = new HashMap<>();
        List<Contender> order = new ArrayList<>(workloads.keySet());
        Random random = new Random(SEED);
        for (int repetition = 1; repetition <= repetitions; repetition++) {
            Collections.shuffle(order, random);
            for (Contender contender : order) {
                Workload its = Objects.requireNonNull(workloads.get(contender));
                WorkloadTopic topic = topics.containsKey(its) ? topics.get(its) : load(its);
                topics.put(its, Objects.requireNonNull(topic));
                RunResult run = run(contender, topic, repetition);
                runs.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(run);
            }
        }
        return workloads.keySet().stream()
                .map(contender -> ContenderResult.of(Objects.requireNonNull(runs.get(contender.name()))))
                .toList();
    }

    private WorkloadTopic load(Workload workload) throws InterruptedException {
        tell("loading %,d calls of workload %s", workload.records(), workload.name());
        return WorkloadTopic.load(
                stack.bootstrapServers(), "calls-" + workload.name() + "-" + workload.records(), workload);
    }

    private RunResult run(Contender contender, WorkloadTopic topic, int repetition)
            throws InterruptedException, IOException {
        tell("%s, run %d", contender.name(), repetition);
        // Topics are named by it, and a topic's name has no @.
        String id = contender.name().replace('@', '-') + "-" + topic.workload().name() + "-" + repetition;
        Path directory =
                Files.createDirectories(stack.directory().resolve("runs").resolve(id));
        Task task = Task.of(topic, id, stack.bootstrapServers(), parallelism, List.of(), directory);
        RunResult run = measure(contender, task, topic, repetition);
        raw.add("compare", new Line(topic.workload().name(), run));
        tell(
                "%s, run %d: %,.0f records/s over %.1f s, %.2f CPU s per million, whole run %.1f s%s",
                contender.name(),
                repetition,
                run.recordsPerSecond(),
                run.steadySeconds(),
                run.cpuSecondsPerMillion(),
                run.wholeSeconds(),
                run.differences().isEmpty() ? "" : "; WRONG: " + String.join("; ", run.differences()));
        return run;
    }

    /** A contender that fails does not take the figures of the others with it. */
    private RunResult measure(Contender contender, Task task, WorkloadTopic topic, int repetition)
            throws InterruptedException {
        try {
            return new Measuring(stack.bootstrapServers(), topic, samples -> SteadyPhase.after(warmUp, samples))
                    .run(contender, task, repetition);
        } catch (Failure e) {
            return RunResult.failed(contender, task, repetition, String.valueOf(e.getMessage()));
        }
    }

    private void tell(String format, Object... arguments) {
        err.println(String.format(Locale.ROOT, format, arguments));
        err.flush();
    }

    private record Line(String workload, @JsonUnwrapped RunResult run) {}
}
