package io.github.sfcrime.loader.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The city's open-data portal on loopback: pages by row id, and what it was told to do wrong first. */
final class Portal implements AutoCloseable {

    private static final Pattern AFTER = Pattern.compile(":id > '([^']*)'");
    private static final Pattern CLOSED_SINCE = Pattern.compile("close_datetime >= '([^']*)'");
    private static final Pattern CLOSED = Pattern.compile("\"close_datetime\":\"([^\"]*)\"");
    private static final Pattern LIMIT = Pattern.compile("\\$limit=(\\d+)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> rows = Collections.synchronizedList(new ArrayList<>());
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private boolean repeatsAtBorders;

    Portal() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/resource/", this::answer);
        server.start();
    }

    /** Something that the portal does instead of answering well. */
    @FunctionalInterface
    interface Trouble {

        void answer(HttpExchange exchange, byte[] whole) throws IOException;
    }

    static Trouble status(int status, String retryAfter) {
        return (exchange, whole) -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            byte[] body = "{\"message\":\"slow down\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** Announces a whole page and ends in the middle of it. */
    static Trouble cutPage() {
        return (exchange, whole) -> {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, whole.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("cut on purpose");
        };
    }

    /** Ends a page in the middle as though that were all. */
    static Trouble shortPage() {
        return (exchange, whole) -> {
            exchange.sendResponseHeaders(200, whole.length / 2);
            exchange.getResponseBody().write(whole, 0, whole.length / 2);
        };
    }

    /** Begins a page and does not go on. */
    static Trouble stalledPage() {
        return (exchange, whole) -> {
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, 1);
            exchange.getResponseBody().flush();
            exchange.getRequestBody().readAllBytes();
            LockSupport.parkNanos(60_000_000_000L);
            throw new IOException("stalled on purpose");
        };
    }

    void expect(Trouble... inOrder) {
        troubles.addAll(List.of(inOrder));
    }

    void repeatRowsAtBorders() {
        repeatsAtBorders = true;
    }

    /** The rows by id, from {@code row-000} on. */
    List<String> rows() {
        return rows;
    }

    /** What was asked, decoded, and with which token. */
    List<String> requests() {
        return requests;
    }

    String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    static String id(int row) {
        return String.format("row-%03d", row);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI().getPath() + "?" + query + " token="
                    + exchange.getRequestHeaders().getFirst("X-App-Token"));
            byte[] page = page(query).getBytes(StandardCharsets.UTF_8);
            Trouble trouble = nextTrouble();
            if (trouble != null) {
                trouble.answer(exchange, page);
            } else {
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        }
    }

    private synchronized @Nullable Trouble nextTrouble() {
        return troubles.poll();
    }

    private String page(String query) {
        Matcher after = AFTER.matcher(query);
        Matcher limit = LIMIT.matcher(query);
        int first = after.find() ? Integer.parseInt(after.group(1).substring(4)) + (repeatsAtBorders ? 0 : 1) : 0;
        int most = limit.find() ? Integer.parseInt(limit.group(1)) : 1000;
        Matcher since = CLOSED_SINCE.matcher(query);
        String earliest = since.find() ? since.group(1) : null;
        List<String> page = new ArrayList<>();
        for (int row = first; row < rows.size() && page.size() < most; row++) {
            if (earliest == null || isClosedSince(earliest, rows.get(row))) {
                page.add("{\":id\":\"" + id(row) + "\"," + rows.get(row) + "}");
            }
        }
        return "[" + String.join("\n,", page) + "]\n";
    }

    private static boolean isClosedSince(String earliest, String row) {
        Matcher closed = CLOSED.matcher(row);
        return closed.find() && closed.group(1).compareTo(earliest) >= 0;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
