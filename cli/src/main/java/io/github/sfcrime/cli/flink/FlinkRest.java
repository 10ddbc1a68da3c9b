package io.github.sfcrime.cli.flink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Requests to Flink's REST interface. */
public final class FlinkRest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Flink shows a job as it was up to {@code web.refresh-interval} ago, three seconds unless set otherwise. */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(5);

    private static final int NOT_FOUND = 404;

    /** Remembers no names, of which an answer may have any number. */
    private static final JsonMapper JSON = new JsonMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build());

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;
    private final Duration shownWithin;
    private final @Nullable String login;

    /**
     * The interface at that address, such as {@code http://localhost:8081}; user and password in it are sent as basic
     * authentication and never shown.
     */
    public FlinkRest(URI address) {
        this(address, SHOWN_WITHIN);
    }

    /** @param shownWithin how long after the end of a job Flink may not show why it ended */
    FlinkRest(URI address, Duration shownWithin) {
        this.shownWithin = shownWithin;
        login = address.getUserInfo();
        url = URI.create(address.toString().replaceFirst("//[^/@]*@", "//"));
    }

    /** Its address, which is the dashboard's too. */
    public URI url() {
        return url;
    }

    /**
     * Gets a path of the interface, such as {@code /jobs/overview}.
     *
     * @throws JobGoneException if the path does not exist, or no longer
     * @throws FlinkFailure if Flink does not answer, or answers with an error
     */
    public JsonNode get(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        if (login != null) {
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + basic);
        }
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() == NOT_FOUND) {
            throw new JobGoneException(url + path + " is not there");
        }
        if (response.statusCode() / 100 != 2) {
            throw new FlinkFailure("cannot get " + url + path + ": HTTP " + response.statusCode(), null);
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new FlinkFailure("no Flink answers at " + url + ": the answer is not JSON", e);
        }
    }

    /** The state of a job, such as {@code RUNNING}. */
    public String jobState(String jobId) {
        return get("/jobs/" + jobId + "/status").path("status").asText();
    }

    /**
     * Why a job failed, in one line: of its latest failure, which may take a while to be shown, what this system says of it,
     * else its innermost cause.
     */
    public String jobFailure(String jobId) {
        return new JobFailure(this, jobId, shownWithin).inOneLine();
    }

    /** The value of an accumulator of a finished job; 0 where there is none. */
    public long accumulator(String jobId, String name) {
        for (JsonNode accumulator : get("/jobs/" + jobId + "/accumulators").path("user-task-accumulators")) {
            if (accumulator.path("name").asText().equals(name)) {
                return accumulator.path("value").asLong();
            }
        }
        return 0;
    }

    /**
     * The sum over all instances of a running job's own metric in the group {@code sfcrime}; 0 where there is none yet.
     */
    public long metric(String jobId, String name) {
        long sum = 0;
        for (JsonNode vertex : get("/jobs/" + jobId).path("vertices")) {
            sum += metricOfVertex(
                    "/jobs/" + jobId + "/vertices/" + vertex.path("id").asText(), name);
        }
        return sum;
    }

    private long metricOfVertex(String vertex, String name) {
        String metrics = vertex + "/subtasks/metrics";
        long sum = 0;
        for (JsonNode metric : get(metrics)) {
            String id = metric.path("id").asText();
            if (id.endsWith(".sfcrime." + name)) {
                String query = "?agg=sum&get=" + URLEncoder.encode(id, StandardCharsets.UTF_8);
                sum += get(metrics + query).path(0).path("sum").asLong();
            }
        }
        return sum;
    }

    /** How many slots the registered TaskManagers have; -1 while the JobManager does not answer. */
    public int slots() {
        try {
            return get("/overview").path("slots-total").asInt();
        } catch (FlinkFailure notYet) {
            return -1;
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new FlinkFailure(
                    "no Flink answers at " + url + ": is the cluster up, and is that its address (--rest)?", e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Keeps the interrupt for the thread, and is thrown in its place. */
    UncheckedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new UncheckedIOException(new InterruptedIOException("interrupted while waiting for Flink at " + url));
    }
}
