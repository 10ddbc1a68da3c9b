package io.github.sfcrime.console.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Serves pages on loopback, to whoever asks for them by a name of this machine. */
public final class LocalServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** Other host names are refused, against DNS rebinding. */
    private static final Pattern OURSELVES = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Javalin server;

    private LocalServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param what is served, for the message where it cannot be
     * @param port 0 for any that is free
     * @param option by which another port is chosen
     * @param pages adds what is served
     * @throws IOException if the port is taken
     */
    public static LocalServer start(String what, int port, String option, Consumer<JavalinConfig> pages)
            throws IOException {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.before(LocalServer::protect);
            pages.accept(config);
        });
        try {
            server.start(LOOPBACK, port);
        } catch (RuntimeException e) {
            throw new IOException(
                    "cannot serve the " + what + " on port " + port + ": " + e.getMessage() + ": choose another with "
                            + option,
                    e);
        }
        return new LocalServer(server);
    }

    /** The address of what is served, without a slash at its end. */
    public String url() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void protect(Context context) {
        String host = context.header("Host");
        if (host == null || !OURSELVES.matcher(host).matches()) {
            throw new ForbiddenResponse("this is served under localhost only");
        }
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
