package io.github.sfcrime.loader.feed;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.loader.call.CallSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what to load from the city's open-data feed. */
public final class FeedOptions {

    private static final String TOKEN_VARIABLE = "DATASF_APP_TOKEN";

    private static final ZoneId SAN_FRANCISCO = ZoneId.of("America/Los_Angeles");

    @Option(
            names = "--feed",
            paramLabel = "datasf:ID",
            description = "Load from the city's open-data feed instead of files: datasf:hz9m-tj6z (2016 to 2018),"
                    + " datasf:2zdj-bwza (closed calls since, daily) or datasf:gnap-fj3t (the last 48 hours).")
    private @Nullable String from;

    @Option(
            names = "--follow",
            description = "With --feed: ask again and again, and send each call once, when it is closed; in the order"
                    + " in which the feed has them, until interrupted, waiting for a portal or a broker that is away."
                    + " The first reading is of all calls, later ones of"
                    + " those that were closed in the seven days before the latest.")
    private boolean follow;

    @Option(
            names = "--updates",
            description =
                    "With --follow: send open calls too, and each call again whenever something of it has changed, with"
                            + " the type that it has then. The job takes such records with its setting --updates.")
    private boolean updates;

    @Option(
            names = "--poll",
            paramLabel = "DURATION",
            defaultValue = "5m",
            description = "With --follow: how long to wait from one reading to the next (default: ${DEFAULT-VALUE}).")
    private Duration poll;

    @Option(
            names = "--follow-state",
            paramLabel = "FILE",
            description = "With --follow: where to remember what was sent, so that a load which is started again with"
                    + " the same file goes on instead of sending all again. It holds the calls that were closed in the"
                    + " last seven days, and is renewed after each reading; after a crash, calls of the reading that was"
                    + " under way may be sent a second time (default: remembered only while it runs).")
    private @Nullable Path followState;

    @Option(
            names = "--after",
            paramLabel = "ROW",
            description = "With --feed: go on behind that row, which a load that failed has named.")
    private @Nullable String after;

    @Option(
            names = "--app-token-file",
            paramLabel = "FILE",
            description = "With --feed: a file that holds the app token, without which the portal answers less often"
                    + " (default: the environment variable " + TOKEN_VARIABLE + ", else none).")
    private @Nullable Path tokenFile;

    @Option(
            names = "--portal",
            paramLabel = "URL",
            defaultValue = "https://data.sfgov.org",
            description = "With --feed: where the feed is (default: ${DEFAULT-VALUE}).")
    private String portal;

    @Option(
            names = "--page-rows",
            paramLabel = "N",
            defaultValue = "10000",
            description = "With --feed: how many rows to ask for at once (default: ${DEFAULT-VALUE}).")
    private int pageRows;

    public boolean isGiven() {
        return from != null;
    }

    public boolean isFollow() {
        return follow;
    }

    /** Refuses what does not go together with a feed. */
    public void check(boolean readsFiles, boolean onlyReads, boolean exactlyOnce) {
        if (updates && !follow) {
            throw new UserErrorException("--updates is about --follow: add that");
        }
        if (followState != null && !follow) {
            throw new UserErrorException("--follow-state is about --follow: add that");
        }
        if (from == null) {
            if (follow || after != null || tokenFile != null) {
                throw new UserErrorException("--follow, --after and --app-token-file are about --feed: add that");
            }
            return;
        }
        if (readsFiles) {
            throw new UserErrorException("--feed and files exclude each other: load them one after the other");
        }
        if (follow && onlyReads) {
            throw new UserErrorException("--check reads all there is once: leave --follow out");
        }
        if (exactlyOnce) {
            throw new UserErrorException("--exactly-once needs inputs that do not change, as the feed does: load it"
                    + " without, or load an export of it");
        }
        if (follow && !FeedDataSet.named(from).closes()) {
            throw new UserErrorException("--follow needs a data set whose calls are closed while one looks on,"
                    + " such as " + FeedDataSet.LIVE + ": " + from);
        }
        if (updates && !FeedDataSet.named(from).updates()) {
            throw new UserErrorException("--updates needs a data set whose calls change while one looks on, which is "
                    + FeedDataSet.LIVE + ": " + from);
        }
        if (!isWebAddress(portal)) {
            throw new UserErrorException("--portal must be a URL such as https://data.sfgov.org: " + portal);
        }
        if (pageRows < 1 || poll.isNegative()) {
            throw new UserErrorException("--page-rows must be at least 1, and --poll no negative time");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    FeedQuery query() {
        if (from == null) {
            throw new IllegalStateException("there is no --feed");
        }
        return new FeedQuery(portal, FeedDataSet.named(from), pageRows);
    }

    /**
     * The data set that is asked for, its calls on their way to {@code topic}.
     *
     * @param remarks told of troubles that are waited for to end
     */
    public CallSource source(String topic, Consumer<String> remarks) throws IOException {
        Backoff waits = Backoff.ofThreads();
        return new Feed(query(), token(), waits, after, follow ? following(topic) : null, remarks);
    }

    private Feed.Following following(String topic) throws IOException {
        FollowState state = followState == null
                ? null
                : new FollowState(
                        followState,
                        (updates ? "updates" : "calls") + " sent from " + query().dataSet() + " to topic " + topic);
        return new Feed.Following(poll, new FollowedCalls(state, () -> LocalDateTime.now(SAN_FRANCISCO)), updates);
    }

    private @Nullable String token() throws IOException {
        if (tokenFile == null) {
            return System.getenv(TOKEN_VARIABLE);
        }
        if (!Files.isReadable(tokenFile)) {
            throw new UserErrorException("cannot read the app token in " + tokenFile + ": there is no such file");
        }
        return Files.readString(tokenFile).strip();
    }
}
