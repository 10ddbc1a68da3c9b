package io.github.sfcrime.local;

import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** A real schema registry in a process of its own, with nothing in it: Apicurio, whose API is also Confluent's. */
final class RegistryProcess implements AutoCloseable {

    private static final Path UNPACKED = Checkout.find().root().resolve("local/target/schema-registry");
    private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private RegistryProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it and waits until it answers. */
    static RegistryProcess start(Path directory) throws IOException {
        int port = Port.any().choose("the schema registry");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        jar().toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        Files.createTempFile(directory, "registry-", ".log").toFile())
                .start();
        RegistryProcess registry = new RegistryProcess(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try {
            Awaitility.await("the schema registry")
                    .atMost(STARTS_WITHIN)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> registry.request("GET", "/subjects", "").equals("[]"));
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
        return registry;
    }

    /** Profile {@code full} unpacks it. */
    private static Path jar() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(UNPACKED, "apicurio-registry-app-*-runner.jar")) {
            return jars.iterator().next();
        }
    }

    /** Where it is, as {@code --schema-registry} takes it. */
    String url() {
        return url;
    }

    /** Its answer, whatever the status. */
    String request(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", CONTENT_TYPE)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The subjects that it has. */
    List<String> subjects() throws IOException, InterruptedException {
        return List.of(
                request("GET", "/subjects", "").replaceAll("[\\[\\]\"]", "").split(","));
    }

    /** Lets it take connections and answer none. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
