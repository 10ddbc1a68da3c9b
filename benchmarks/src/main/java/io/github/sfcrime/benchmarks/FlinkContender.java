package io.github.sfcrime.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.local.ClientRun;
import io.github.sfcrime.local.ClusterSettings;
import io.github.sfcrime.local.Stack;
import io.github.sfcrime.local.StackFailure;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Flink job as {@code flink run} starts it, on a session cluster that is started for each run. */
final class FlinkContender implements Contender {

    /** Gives the TaskManager a heap of 2 GB, as the other contenders have; there is no managed memory. */
    private static final String TASK_MANAGER_MEMORY = "2970m";

    private final String name;
    private final Path jar;
    private final Function<Task, List<String>> arguments;
    private final Function<Task, String> outputTopic;

    private FlinkContender(
            String name, Path jar, Function<Task, List<String>> arguments, Function<Task, String> outputTopic) {
        this.name = name;
        this.jar = jar;
        this.arguments = arguments;
        this.outputTopic = outputTopic;
    }

    /** This project's job. */
    static FlinkContender job(Path root) {
        return new FlinkContender(
                "job",
                root.resolve("flink-job/target/sfcrime-flink-job.jar"),
                FlinkContender::input,
                task -> Topic.CRIME_COUNTS.name());
    }

    /** Flink's own keyed windows, decoding all fields as usual ({@code avro}) or as the job does ({@code ours}). */
    static FlinkContender standardWindow(Path root, String name, String decoding) {
        return new FlinkContender(
                name,
                root.resolve("benchmarks/standard-window/target/sfcrime-standard-window.jar"),
                task -> {
                    List<String> all = new ArrayList<>(input(task));
                    all.addAll(List.of("--output-topic", task.id(), "--decoding", decoding));
                    return all;
                },
                Task::id);
    }

    private static List<String> input(Task task) {
        return List.of(
                "--bootstrap-servers",
                task.bootstrapServers(),
                "--topic",
                task.topic(),
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
        if (!Files.exists(jar)) {
            throw new BenchmarkFailure("cannot run " + name + ": " + jar
                    + " is not built: run mvn -DskipTests package -pl benchmarks -am first");
        }
    }

    @Override
    public Run start(Task task) throws InterruptedException {
        Stack stack = Stack.temporary();
        try {
            stack.startCluster(ClusterSettings.onFreePort()
                    .with("taskmanager.memory.process.size", TASK_MANAGER_MEMORY)
                    .with("taskmanager.numberOfTaskSlots", Integer.toString(task.parallelism()))
                    .with("metrics.fetcher.update-interval", "200"));
            return new FlinkRun(name, stack, submit(stack, task));
        } catch (RuntimeException | InterruptedException e) {
            stack.close();
            throw e;
        }
    }

    private String submit(Stack stack, Task task) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("run", "-d", "-p", Integer.toString(task.parallelism()), jar.toString()));
        command.addAll(arguments.apply(task));
        ClientRun run = stack.flink(command);
        return run.jobId()
                .orElseThrow(() -> new BenchmarkFailure(
                        "cannot run " + name + ": Flink's client said " + String.join(" ", run.output())));
    }

    /** A job on its own cluster. */
    private static final class FlinkRun implements Run {

        private final String name;
        private final Stack stack;
        private final String job;
        private final List<Long> processes;
        private @Nullable String readingVertex;
        private Progress progress = new Progress(System.nanoTime(), 0);

        FlinkRun(String name, Stack stack, String job) {
            this.name = name;
            this.stack = stack;
            this.job = job;
            processes = List.of(pid("jobmanager"), pid("taskmanager-1"));
        }

        private long pid(String process) {
            Path file = stack.directory().resolve("pids").resolve(process + ".pid");
            try {
                return Long.parseLong(Files.readAllLines(file).get(0));
            } catch (IOException e) {
                throw new BenchmarkFailure("cannot read " + file + ": " + e.getMessage(), e);
            }
        }

        @Override
        public Progress progress() {
            try {
                long records = recordsRead();
                if (records > progress.records()) {
                    progress = new Progress(System.nanoTime(), records);
                }
            } catch (StackFailure goneWithItsTask) {
                // Then the last that was heard stands.
            }
            return progress;
        }

        /** The REST interface tells what the metrics were at the last question, so that its lag is about constant. */
        private long recordsRead() {
            if (readingVertex == null) {
                readingVertex = stack.rest()
                        .get("/jobs/" + job)
                        .path("vertices")
                        .path(0)
                        .path("id")
                        .asText();
            }
            String metrics = "/jobs/" + job + "/vertices/" + readingVertex + "/subtasks/metrics";
            return stack.rest()
                    .get(metrics + "?agg=sum&get=Source__Read_calls.numRecordsIn")
                    .path(0)
                    .path("sum")
                    .asLong();
        }

        @Override
        public boolean isDone() {
            JsonNode state = stack.rest().get("/jobs/" + job).path("state");
            return switch (state.asText()) {
                case "FINISHED" -> true;
                case "FAILED", "CANCELED", "FAILING", "RESTARTING" ->
                    throw new BenchmarkFailure(name + " has failed: " + cause());
                default -> false;
            };
        }

        private String cause() {
            return stack.rest()
                    .get("/jobs/" + job + "/exceptions")
                    .path("exceptionHistory")
                    .path("entries")
                    .path(0)
                    .path("stacktrace")
                    .asText()
                    .lines()
                    .filter(line -> !line.startsWith("\tat "))
                    .reduce((first, second) -> first + " " + second)
                    .orElse("see its log");
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
}
