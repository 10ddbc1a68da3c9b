package io.github.sfcrime.loader.feed;

import io.github.sfcrime.cli.http.Backoff;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.CallSource;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A data set of the city's open-data feed. */
final class Feed implements CallSource {

    private static final Duration PAGE_WITHIN = Duration.ofMinutes(2);

    private final FeedQuery query;
    private final @Nullable String appToken;
    private final Backoff waits;
    private final @Nullable String after;
    private final @Nullable Following following;
    private final Consumer<String> remarks;

    /**
     * @param after the row to begin behind, null for the first
     * @param following how to go on once all is read, null to end there
     * @param remarks told of what a person may want to know meanwhile
     */
    Feed(
            FeedQuery query,
            @Nullable String appToken,
            Backoff waits,
            @Nullable String after,
            @Nullable Following following,
            Consumer<String> remarks) {
        this.query = query;
        this.appToken = appToken;
        this.waits = waits;
        this.after = after;
        this.following = following;
        this.remarks = remarks;
    }

    /**
     * Reading a data set over and over.
     *
     * @param poll how long to wait from one reading to the next
     * @param sent what not to read again
     * @param updates whether open calls are read too, and calls again that have changed
     */
    record Following(Duration poll, FollowedCalls sent, boolean updates) {}

    @Override
    public long size() {
        return -1;
    }

    @Override
    public CallReader open(LongAdder bytesRead) {
        if (following == null) {
            return new FeedReader(new FeedClient(appToken, PAGE_WITHIN, waits, remark -> {}), query, after);
        }
        FeedClient client = new FeedClient(appToken, PAGE_WITHIN, waits.patient(), remarks);
        return new FollowingReader(
                since -> since == null
                        ? new FeedReader(client, query, after)
                        : new FeedReader(client, query.closedSince(since), null),
                following.sent(),
                following.updates(),
                waits,
                following.poll());
    }
}
