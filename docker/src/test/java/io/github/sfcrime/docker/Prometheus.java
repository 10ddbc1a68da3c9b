package io.github.sfcrime.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Debian's Prometheus as a process on loopback. */
final class Prometheus implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String address;
    private final Path log;

    private Prometheus(Process process, String address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** Starts it with a configuration, its data and log under a directory. */
    static Prometheus start(Path configuration, Path directory) throws IOException {
        String address = "127.0.0.1:" + freePort();
        Path log = directory.resolve("prometheus.log");
        try {
            Process process = new ProcessBuilder(List.of(
                            "prometheus",
                            "--config.file=" + configuration,
                            "--storage.tsdb.path=" + directory.resolve("data"),
                            "--web.listen-address=" + address))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Prometheus(process, address, log);
        } catch (IOException e) {
            throw new AssertionError("cannot run prometheus: .ci/run installs it: " + e.getMessage(), e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Whether it takes queries. */
    boolean isReady() {
        try {
            return http.send(request("/-/ready"), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            if (!process.isAlive()) {
                throw new AssertionError("prometheus has ended: see " + log, notYet);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many series a query yields now. */
    int results(String query) throws IOException, InterruptedException {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return data("/api/v1/query?query=" + encoded).path("result").size();
    }

    /** What is at a path of its interface. */
    JsonNode data(String path) throws IOException, InterruptedException {
        JsonNode answer = new ObjectMapper()
                .readTree(http.send(request(path), BodyHandlers.ofString()).body());
        if (!answer.path("status").asText().equals("success")) {
            throw new AssertionError(path + ": " + answer);
        }
        return answer.path("data");
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + address + path)).build();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
