package io.github.sfcrime.local.chaos.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.cli.flink.FlinkRest;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.Delivery;
import io.github.sfcrime.local.stack.Stack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The job on the stack's cluster. */
public final class RunningJob {

    private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed\\. Path: (\\S+)");
    /** How often outcomes that are not right yet are looked at, a tenth of a second apart. */
    private static final int LOOKS = 300;

    private static final Set<String> ENDED = Set.of("FAILED", "CANCELED", "FINISHED");

    private final Stack stack;
    private final Delivery delivery;
    private final String group;
    private final List<String> sinks;
    private final List<String> mistakes = new ArrayList<>();
    private String id = "";

    /**
     * A job that is not submitted yet.
     *
     * @param group of its consumer, which also begins its transactional ids
     * @param sinks its arguments that name other sinks than Kafka
     */
    RunningJob(Stack stack, Delivery delivery, String group, List<String> sinks) {
        this.stack = stack;
        this.delivery = delivery;
        this.group = group;
        this.sinks = sinks;
    }

    /** Submits it, from a savepoint where there is one, with more arguments after its usual ones. */
    public void submit(int parallelism, @Nullable String savepoint, String... more) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--detached", "--parallelism", "" + parallelism));
        if (savepoint != null) {
            arguments.addAll(List.of("--fromSavepoint", savepoint));
        }
        arguments.addAll(List.of(
                "-Dexecution.checkpointing.interval=1s",
                Checkout.find().jobJar().toString(),
                "--bootstrap-servers",
                stack.bootstrapServers(),
                "--group-id",
                group,
                "--delivery",
                delivery.toString(),
                "--watermark-bound",
                PipelineSettings.WATERMARK_BOUND.toString(),
                "--idleness",
                PipelineSettings.IDLENESS.toString(),
                "--partition-discovery",
                "1s",
                "--on-unknown-schema",
                "dead-letter"));
        arguments.addAll(sinks);
        arguments.addAll(List.of(more));
        ClientRun run = stack.flink(arguments);
        id = run.jobId()
                .orElseThrow(() -> new ChaosFailure("cannot submit the job: " + String.join(" ", run.output())));
    }

    /** Stops it with a savepoint, and returns where that is. Its outcomes must add up there. */
    public String stop() throws InterruptedException {
        ClientRun run = stack.flink(List.of("stop", id));
        String savepoint = run.output().stream()
                .map(SAVEPOINT::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElseThrow(() -> new ChaosFailure("cannot stop the job: " + String.join(" ", run.output())));
        Outcomes outcomes = outcomesAtEnd(shown -> shown.in() > 0 && shown.addUp());
        if (!outcomes.addUp()) {
            mistakes.add("outcomes at " + savepoint + " do not add up: " + outcomes);
        }
        return savepoint;
    }

    /** Ends it. */
    public void cancel() throws InterruptedException {
        stack.flink(List.of("cancel", id));
    }

    /** What was wrong at its stops. */
    List<String> differences() {
        return List.copyOf(mistakes);
    }

    public Delivery delivery() {
        return delivery;
    }

    String group() {
        return group;
    }

    public String id() {
        return id;
    }

    /**
     * Whether all its tasks run.
     *
     * @throws JobEndedException if it has ended
     */
    public boolean isRunning() {
        FlinkRest rest = stack.rest();
        String state = rest.jobState(id);
        if (ENDED.contains(state)) {
            throw new JobEndedException("the job is " + state + ": " + rest.jobFailure(id));
        }
        if (!state.equals("RUNNING")) {
            return false;
        }
        for (JsonNode vertex : vertices()) {
            if (!vertex.path("status").asText().equals("RUNNING")) {
                return false;
            }
        }
        return true;
    }

    /**
     * Its outcomes once it was stopped: its accumulators are what its state has, while Flink shows metrics of an attempt that
     * has failed for a minute and more.
     *
     * @param right how they must be; what is not there yet is waited for
     */
    Outcomes outcomesAtEnd(Predicate<Outcomes> right) throws InterruptedException {
        List<Outcomes> shown = new ArrayList<>();
        Await.until("outcomes", () -> {
            shown.add(new Outcomes(
                    numberAtEnd("callsIn"),
                    numberAtEnd("callsCounted"),
                    numberAtEnd("callsLate"),
                    numberAtEnd("callsDeadLetter"),
                    numberAtEnd("callsFromFuture")));
            return right.test(shown.get(shown.size() - 1)) || shown.size() > LOOKS;
        });
        return shown.get(shown.size() - 1);
    }

    private long numberAtEnd(String name) {
        return stack.rest().accumulator(id, name);
    }

    /** Its latest failures, each with the time and the stack trace. */
    public List<JsonNode> failures() {
        List<JsonNode> failures = new ArrayList<>();
        stack.rest()
                .get("/jobs/" + id + "/exceptions")
                .path("exceptionHistory")
                .path("entries")
                .forEach(failures::add);
        return failures;
    }

    /** How many partitions its readers read. */
    public long assignedPartitions() {
        long sum = 0;
        for (JsonNode vertex : vertices()) {
            String metrics = "/jobs/" + id + "/vertices/" + vertex.path("id").asText() + "/subtasks/metrics";
            for (JsonNode metric : stack.rest().get(metrics)) {
                String name = metric.path("id").asText();
                if (name.endsWith(".KafkaConsumer.assigned-partitions")) {
                    sum += stack.rest()
                            .get(metrics + "?agg=sum&get=" + name)
                            .path(0)
                            .path("sum")
                            .asLong();
                }
            }
        }
        return sum;
    }

    /** The TaskManagers that run its tasks, the one with most of them first. */
    public List<String> taskManagers() {
        Map<String, Integer> tasks = new HashMap<>();
        for (JsonNode vertex : vertices()) {
            JsonNode subtasks = stack.rest()
                    .get("/jobs/" + id + "/vertices/" + vertex.path("id").asText())
                    .path("subtasks");
            for (JsonNode subtask : subtasks) {
                tasks.merge(subtask.path("taskmanager-id").asText(), 1, Integer::sum);
            }
        }
        return tasks.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private JsonNode vertices() {
        return stack.rest().get("/jobs/" + id).path("vertices");
    }
}
