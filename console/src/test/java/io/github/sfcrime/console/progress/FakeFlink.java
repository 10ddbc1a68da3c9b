package io.github.sfcrime.console.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sfcrime.cli.flink.FlinkRest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as Flink's REST interface does, with what a test has prepared; 404 to everything else. */
public final class FakeFlink implements AutoCloseable {

    /** Longer request lines are refused, as Flink refuses them. */
    private static final int LONGEST_REQUEST = 4_000;

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;

    public FakeFlink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public synchronized FakeFlink with(String path, String body) {
        return with(path, 200, body);
    }

    public synchronized FakeFlink with(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
        return this;
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public FlinkRest rest() {
        return new FlinkRest(url());
    }

    /** The paths that were asked for, queries included. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        Answer answer = answers.getOrDefault(path, new Answer(404, "{\"errors\":[\"not found\"]}"));
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(path.length() > LONGEST_REQUEST ? 414 : answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
