package io.github.sfcrime.console.board;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.sse.SseClient;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves the page on loopback, and sends the changes of the board to each open page. */
final class BoardServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** Other host names are refused, against DNS rebinding. */
    private static final Pattern OURSELVES = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A closed page is noticed when something is sent to it. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /** The rows of a window arrive together: the first waits that long for the others. */
    private static final long COMPANY_MILLIS = 250;

    private final Board board;
    private final JsonMapper json = new JsonMapper();
    private final Javalin server;
    private volatile boolean closed;

    private BoardServer(Board board) {
        this.board = board;
        server = Javalin.create(this::configure);
    }

    /**
     * Starts to serve that board.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    static BoardServer start(Board board, int port) throws IOException {
        BoardServer started = new BoardServer(board);
        try {
            started.server.start(LOOPBACK, port);
        } catch (RuntimeException e) {
            throw new IOException(
                    "cannot serve the board on port " + port + ": " + e.getMessage() + ": choose another with --port",
                    e);
        }
        return started;
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        closed = true;
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.staticFiles.add("/io/github/sfcrime/console/board/page", Location.CLASSPATH);
        config.staticFiles.enableWebjars();
        config.routes.before(BoardServer::protect);
        // Javalin's own message contains the path of the request.
        config.routes.error(404, context -> context.result("there is no such page or window"));
        config.routes.sse("/changes", this::send);
        config.routes.get("/counts.csv", this::download);
    }

    private static void protect(Context context) {
        String host = context.header("Host");
        if (host == null || !OURSELVES.matcher(host).matches()) {
            throw new ForbiddenResponse("the board is served under localhost only");
        }
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin");
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
        String filter = context.queryParam("type");
        context.contentType("text/csv; charset=utf-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"counts-" + window.start().replace(':', '-') + ".csv\"")
                .result(CountsCsv.of(window, filter == null ? "" : filter));
    }

    private static LocalDateTime start(@Nullable String text) {
        try {
            return LocalDateTime.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            throw new BadRequestResponse("window must be a time such as 2018-10-02T09:00");
        }
    }
}
