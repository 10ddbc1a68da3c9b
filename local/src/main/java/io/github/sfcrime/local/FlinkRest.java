package io.github.sfcrime.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

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
