package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Stack;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a web page of another site, open in the user's browser, gets from the cluster's REST interface. */
@OnSharedStack
class ForeignPageTest {

    private static final String UPLOAD = """
            --b\r
            Content-Disposition: form-data; name="request"\r
            \r
            {"jobGraphFileName":"graph","jobJarFileNames":[],"jobArtifactFileNames":[]}\r
            --b\r
            Content-Disposition: form-data; name="file_0"; filename="graph"\r
            Content-Type: application/octet-stream\r
            \r
            no graph\r
            --b--\r
            """;

    /** What the cluster's settings name besides its address. */
    static final String OTHER_NAME = "flink.example.org";

    private static Stack stack;

    @BeforeAll
    static void start(Stack shared) {
        stack = shared;
    }

    @Test
    void aJobThatAnotherSitesPageSubmitsIsNotRead() throws IOException {
        assertThat(submit("Host: " + host(), "Origin: http://evil.example")).startsWith("HTTP/1.1 403 ");
        assertThat(submit("Host: evil.example:8081", "Origin: http://evil.example:8081"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(uploads()).isEmpty();
    }

    @Test
    void aJobThatAProgramSubmitsIsRead() throws IOException {
        assertThat(submit("Host: " + host())).startsWith("HTTP/1.1 400 ").contains("deserialize");
    }

    @Test
    void theClustersOwnNamesAreAnswered() throws IOException {
        assertThat(get("Host: " + host(), "Origin: http://" + host())).startsWith("HTTP/1.1 200 ");
        assertThat(get("Host: " + OTHER_NAME)).startsWith("HTTP/1.1 200 ");
        assertThat(get("Host: evil.example")).startsWith("HTTP/1.1 403 ");
    }

    private static String submit(String... headers) throws IOException {
        return send("POST /v1/jobs HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                + UPLOAD.length() + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n" + UPLOAD);
    }

    private static String get(String... headers) throws IOException {
        return send("GET /overview HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
    }

    private static String send(String request) throws IOException {
        URI rest = stack.rest().url();
        try (Socket socket = new Socket(rest.getHost(), rest.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String host() {
        return stack.rest().url().getAuthority();
    }

    private static List<Path> uploads() throws IOException {
        try (Stream<Path> files = Files.walk(stack.directory().resolve("cluster/tmp"))) {
            return files.filter(file -> file.toString().contains("flink-web-upload") && Files.isRegularFile(file))
                    .toList();
        }
    }
}
