package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.flink.ComparableCluster;
import io.github.sfcrime.benchmarks.flink.EarlierJob;
import io.github.sfcrime.benchmarks.flink.FlinkProgram;
import io.github.sfcrime.benchmarks.flink.JobArguments;
import io.github.sfcrime.benchmarks.workload.Query;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A Flink job as {@code flink run} starts it, on a session cluster that is started for each run. */
final class FlinkContender implements Contender {

    private final Function<Query, FlinkProgram> programs;
    private final String name;
    private final Function<Task, List<String>> arguments;
    private final Function<Task, String> outputTopic;

    private FlinkContender(
            String name,
            Function<Query, FlinkProgram> programs,
            Function<Task, List<String>> arguments,
            Function<Task, String> outputTopic) {
        this.name = name;
        this.programs = programs;
        this.arguments = arguments;
        this.outputTopic = outputTopic;
    }

    /** This project's job. */
    static FlinkContender job(Path root) {
        return job("job", FlinkProgram.job(root));
    }

    /** This project's job as it was at a commit, built where it is not yet. */
    static FlinkContender job(String name, EarlierJob earlier) {
        earlier.build();
        return job(name, FlinkProgram.job(name, earlier));
    }

    private static FlinkContender job(String name, FlinkProgram program) {
        return new FlinkContender(
                name,
                query -> program,
                task -> JobArguments.reading(
                        task.bootstrapServers(),
                        task.topic(),
                        concat(List.of("--query", task.query().toString()), counting(task))),
                FlinkContender::topicOfResults);
    }

    /** The same questions in SQL, run by the job's other entry, which takes calls of any time. */
    static FlinkContender sqlTwin(Path root) {
        return new FlinkContender(
                "sql-twin",
                query -> FlinkProgram.sqlTwin(root),
                task -> concat(
                        List.of(
                                "--bootstrap-servers",
                                task.bootstrapServers(),
                                "--topic",
                                task.topic(),
                                "--query",
                                task.query().toString()),
                        counting(task)),
                FlinkContender::topicOfResults);
    }

    private static String topicOfResults(Task task) {
        return (task.query() == Query.TOTALS ? Topic.CRIME_TOTALS : Topic.CRIME_COUNTS).name();
    }

    /**
     * Flink's own keyed windows, or its keyed process function for totals, decoding all fields as usual ({@code avro}) or
     * as the job does ({@code ours}).
     */
    static FlinkContender standardWindow(Path root, String name, String decoding) {
        return new FlinkContender(
                name,
                query -> query == Query.TOTALS
                        ? FlinkProgram.standardTotals(root, name)
                        : FlinkProgram.standardWindow(root, name),
                task -> concat(
                        List.of(
                                "--bootstrap-servers",
                                task.bootstrapServers(),
                                "--topic",
                                task.topic(),
                                "--output-topic",
                                task.id(),
                                "--decoding",
                                decoding),
                        counting(task)),
                Task::id);
    }

    private static List<String> counting(Task task) {
        List<String> common = List.of("--group-id", task.id(), "--bounded", "true");
        return task.query() == Query.TOTALS
                ? concat(common, List.of("--emit-interval", task.emitInterval().toString()))
                : concat(
                        common,
                        concat(
                                task.windows().arguments(),
                                List.of(
                                        "--watermark-bound",
                                        task.watermarkBound().toString())));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Override
    public String name() {
        return name;
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
        programs.apply(Query.COUNTS).requireBuilt();
    }

    @Override
    public Run start(Task task) throws InterruptedException {
        Stack stack = Stack.temporary();
        try {
            stack.startCluster(ComparableCluster.withSlots(task.parallelism()));
            List<String> options = concat(List.of("-p", Integer.toString(task.parallelism())), task.flinkOptions());
            return new FlinkRun(stack, programs.apply(task.query()).submit(stack, options, arguments.apply(task)));
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }
}
