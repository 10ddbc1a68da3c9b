package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks Flink's REST interface. */
public final class FlinkRest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final JsonMapper json = new JsonMapper();
    private final URI url;

    /** The interface at that address, such as {@code http://localhost:8081}. */
    public FlinkRest(URI url) {
        this.url = url;
    }

    /** Where it is; the dashboard is there, too. */
    public URI url() {
        return url;
    }

    /**
     * What is at a path of the interface, such as {@code /jobs/overview}.
     *
     * @throws JobGoneException if nothing is there any more
     * @throws IOException if Flink does not answer, or answers with an error; the message is for the user
     */
    JsonNode get(String path) throws IOException {
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build());
        if (response.statusCode() == NOT_FOUND) {
            throw new JobGoneException(url + path + " is not there");
        }
        if (response.statusCode() != OK) {
            throw new IOException("cannot get " + url + path + ": HTTP " + response.statusCode());
        }
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IOException("no Flink answers at " + url + ": what came is not JSON", e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(
                    "no Flink answers at " + url + ": is the cluster up, and is that its address (--rest)?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for Flink at " + url);
        }
    }
}
