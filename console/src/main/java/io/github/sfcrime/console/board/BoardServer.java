package io.github.sfcrime.console.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.console.http.LocalServer;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Serves the page on loopback, and sends the changes of the board to each open page. */
final class BoardServer implements AutoCloseable {

    /** A closed page is noticed when something is sent to it. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /** The rows of a window arrive together: the first waits that long for the others. */
    private static final long COMPANY_MILLIS = 250;

    private final Board board;
    private final JsonMapper json = new JsonMapper();
    private final LocalServer server;
    private volatile boolean closed;

    private BoardServer(Board board, int port) throws IOException {
        this.board = board;
        server = LocalServer.start("board", port, "--port", this::configure);
    }

    /**
     * Starts to serve that board.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    static BoardServer start(Board board, int port) throws IOException {
        return new BoardServer(board, port);
    }

    String url() {
        return server.url();
    }

    @Override
    public void close() {
        closed = true;
        server.close();
    }

    private void configure(JavalinConfig config) {
        config.staticFiles.add("/io/github/sfcrime/console/board/page", Location.CLASSPATH);
        config.staticFiles.enableWebjars();
        // Javalin's own message contains the path of the request.
        config.routes.error(404, context -> context.result("there is no such page or window"));
        config.routes.sse("/changes", this::send);
        config.routes.get("/counts.csv", this::download);
        config.routes.get("/history", this::history);
        config.routes.get("/results/{name}", this::results);
        config.routes.get("/places", context -> answer(context, board.places().shown()));
    }

    /** Sends the changes to one page; a slow page gets fewer, larger ones. */
    private void send(SseClient page) {
        try {
            Changes changes = board.changes(0);
            while (!closed && !page.terminated()) {
                page.sendEvent("board", json.writeValueAsString(changes));
                board.awaitChange(changes.version(), SIGN_OF_LIFE);
                Thread.sleep(COMPANY_MILLIS);
                changes = board.changes(changes.version());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void download(Context context) {
        CountedWindow.Shown window =
                board.window(start(context.queryParam("window"))).orElseThrow(() -> new NotFoundResponse());
        context.contentType("text/csv; charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"counts-" + window.start().replace(':', '-') + ".csv\"")
                .result(CountsCsv.of(window, filter(context)));
    }

    private void history(Context context) {
        answer(context, board.history(filter(context)));
    }

    /** Rows of results beside the counts, where each parameter of the query is a field and the text it has to have. */
    private void results(Context context) {
        ResultRows results = board.results(context.pathParam("name")).orElseThrow(() -> new NotFoundResponse());
        Map<String, String> wanted = new TreeMap<>();
        context.queryParamMap().forEach((field, values) -> wanted.put(field, values.get(0)));
        answer(context, results.rows(wanted));
    }

    private void answer(Context context, Object rows) {
        try {
            context.contentType("application/json; charset=utf-8").result(json.writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String filter(Context context) {
        String filter = context.queryParam("type");
        return filter == null ? "" : filter;
    }

    private static LocalDateTime start(@Nullable String text) {
        try {
            return LocalDateTime.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw new BadRequestResponse("window must be a time such as 2018-10-02T09:00");
        }
    }
}
