package io.github.sfcrime.console.watch;

import io.github.sfcrime.console.http.LocalServer;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;

/** Serves a feed on this machine. */
final class FeedServer implements AutoCloseable {

    private static final String PATH = "/feed.atom";

    private final AtomFeed feed;
    private final LocalServer server;

    private FeedServer(AtomFeed feed, int port) throws IOException {
        this.feed = feed;
        server = LocalServer.start("feed", port, "--feed", config -> config.routes.get(PATH, this::answer));
    }

    /**
     * Starts to serve that feed.
     *
     * @param port 0 for any that is free
     * @throws IOException if the port is taken
     */
    static FeedServer start(AtomFeed feed, int port) throws IOException {
        return new FeedServer(feed, port);
    }

    /** The address of the feed. */
    String url() {
        return server.url() + PATH;
    }

    /** Readers ask again and again, and mostly nothing has changed. */
    private void answer(Context context) {
        String version = '"' + feed.version() + '"';
        context.header("ETag", version);
        if (version.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
        } else {
            context.contentType("application/atom+xml; charset=utf-8").result(feed.xml(url()));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
