package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.flink.ComparableCluster;
import io.github.sfcrime.benchmarks.flink.FlinkProgram;
import io.github.sfcrime.benchmarks.flink.JobArguments;
import io.github.sfcrime.local.Stack;
import io.github.sfcrime.schemas.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A Flink job as {@code flink run} starts it, on a session cluster that is started for each run. */
final class FlinkContender implements Contender {

    private final FlinkProgram program;
    private final Function<Task, List<String>> arguments;
    private final Function<Task, String> outputTopic;

    private FlinkContender(
            FlinkProgram program, Function<Task, List<String>> arguments, Function<Task, String> outputTopic) {
        this.program = program;
        this.arguments = arguments;
        this.outputTopic = outputTopic;
    }

    /** This project's job. */
    static FlinkContender job(Path root) {
        return new FlinkContender(
                FlinkProgram.job(root),
                task -> JobArguments.reading(task.bootstrapServers(), task.topic(), counting(task)),
                task -> Topic.CRIME_COUNTS.name());
    }

    /** Flink's own keyed windows, decoding all fields as usual ({@code avro}) or as the job does ({@code ours}). */
    static FlinkContender standardWindow(Path root, String name, String decoding) {
        return new FlinkContender(
                FlinkProgram.standardWindow(root, name),
                task -> {
                    List<String> all = new ArrayList<>(
                            List.of("--bootstrap-servers", task.bootstrapServers(), "--topic", task.topic()));
                    all.addAll(counting(task));
                    all.addAll(List.of("--output-topic", task.id(), "--decoding", decoding));
                    return all;
                },
                Task::id);
    }

    private static List<String> counting(Task task) {
        return List.of(
                "--group-id",
                task.id(),
                "--window",
                "PT1H",
                "--watermark-bound",
                task.watermarkBound().toString(),
                "--bounded",
                "true");
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public boolean needsClosingCalls() {
        return false;
    }

    @Override
    public String outputTopic(Task task) {
        return outputTopic.apply(task);
    }

    @Override
    public void requireBuilt() {
        program.requireBuilt();
    }

    @Override
    public Run start(Task task) throws InterruptedException {
        Stack stack = Stack.temporary();
        try {
            stack.startCluster(ComparableCluster.withSlots(task.parallelism()));
            List<String> options = List.of("-p", Integer.toString(task.parallelism()));
            return new FlinkRun(stack, program.submit(stack, options, arguments.apply(task)));
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }
}
