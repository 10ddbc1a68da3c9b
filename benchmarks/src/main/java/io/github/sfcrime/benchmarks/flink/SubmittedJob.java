package io.github.sfcrime.benchmarks.flink;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.cli.flink.FlinkFailure;
import io.github.sfcrime.cli.flink.FlinkRest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A job on a session cluster, asked by Flink's REST interface. */
public final class SubmittedJob {

    private static final Set<String> ENDED = Set.of("FINISHED", "CANCELED", "FAILED");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long ASK_EVERY_MILLIS = 100;

    private final FlinkProgram program;
    private final FlinkRest rest;
    private final String id;
    private final JobMetric callsIn;
    private long latest;

    SubmittedJob(FlinkProgram program, FlinkRest rest, String id) {
        this.program = program;
        this.rest = rest;
        this.id = id;
        callsIn = new JobMetric(rest, id, program.countedBy());
    }

    /** How many calls it has taken in, as last heard; metrics are gone once their task is. */
    public long callsIn() {
        try {
            latest = Math.max(latest, callsIn.value());
        } catch (FlinkFailure goneWithItsTask) {
            // Then the last that was heard stands.
        }
        return latest;
    }

    /** Another metric of it, by the end of its name. */
    public long metric(String suffix) {
        return new JobMetric(rest, id, Pattern.compile(Pattern.quote(suffix) + "$")).value();
    }

    /** Whether it has come to the end of a bounded input; fails where it came to another. */
    public boolean isFinished() {
        String state = rest.jobState(id);
        return switch (state) {
            case "FINISHED" -> true;
            case "FAILED", "CANCELED", "FAILING", "RESTARTING" ->
                throw new BenchmarkFailure(program.name() + " has failed: " + rest.jobFailure(id));
            default -> false;
        };
    }

    /** Waits until it runs. */
    public void awaitRunning() throws InterruptedException {
        await("is not running", "RUNNING"::equals);
    }

    private void await(String complaint, Predicate<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        for (String state = rest.jobState(id); !wanted.test(state); state = rest.jobState(id)) {
            if (System.nanoTime() > deadline || ENDED.contains(state)) {
                throw new BenchmarkFailure(program.name() + " " + complaint + " within " + TIMEOUT.toSeconds()
                        + " s: its state is " + state + ": " + rest.jobFailure(id));
            }
            Thread.sleep(ASK_EVERY_MILLIS);
        }
    }

    /** What the interface tells of it below its own path, such as {@code /checkpoints}. */
    public JsonNode get(String path) {
        return rest.get("/jobs/" + id + path);
    }

    /** Cancels it and waits until its slots are free. */
    public void cancel() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rest.url() + "/jobs/" + id + "?mode=cancel"))
                .method("PATCH", BodyPublishers.noBody())
                .build();
        try {
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new BenchmarkFailure("cannot cancel " + program.name() + ": " + e.getMessage(), e);
        }
        await("has not ended", ENDED::contains);
    }
}
