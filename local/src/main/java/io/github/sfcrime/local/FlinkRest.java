package io.github.sfcrime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What this project asks of Flink's REST interface. */
public final class FlinkRest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();
    private final String url;

    /** The interface at that address, such as {@code http://localhost:8081}. */
    public FlinkRest(String url) {
        this.url = url;
    }

    /** Where it is; the dashboard is there, too. */
    public String url() {
        return url;
    }

    /**
     * What is at a path of the interface.
     *
     * @param path such as {@code /jobs/overview}
     * @throws StackFailure if the JobManager does not answer, or answers with an error
     */
    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET().build());
    }

    /** The state of a job, such as {@code RUNNING}. */
    public String jobState(String jobId) {
        return get("/jobs/" + jobId + "/status").path("status").asText();
    }

    /** Why a job failed, in one line. */
    public String jobFailure(String jobId) {
        JsonNode root = get("/jobs/" + jobId + "/exceptions").path("root-exception");
        List<String> causes = root.asText()
                .lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("at ") && !line.contains("... "))
                .toList();
        return causes.isEmpty()
                ? "no reason was given"
                : causes.get(causes.size() - 1).strip();
    }

    /** What an accumulator of a job that has ended holds; 0 where there is none. */
    public long accumulator(String jobId, String name) {
        for (JsonNode accumulator : get("/jobs/" + jobId + "/accumulators").path("user-task-accumulators")) {
            if (accumulator.path("name").asText().equals(name)) {
                return accumulator.path("value").asLong();
            }
        }
        return 0;
    }

    /** The sum over all instances of a running job's own metric in the group {@code sfcrime}; 0 where there is none yet. */
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
    int slots() {
        try {
            return get("/overview").path("slots-total").asInt();
        } catch (StackFailure notYet) {
            return -1;
        }
    }

    private JsonNode send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new StackFailure("cannot get " + request.uri() + ": HTTP " + response.statusCode() + " "
                        + response.body().lines().findFirst().orElse(""));
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new StackFailure("cannot reach Flink at " + url + ": " + e + ": is the cluster up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for Flink at " + url, e);
        }
    }
}
