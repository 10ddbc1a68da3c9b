package io.github.sfcrime.loader;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A data set of the city's open-data feed. */
final class Feed implements CallSource {

    private static final Duration PAGE_WITHIN = Duration.ofMinutes(2);

    private final FeedQuery query;
    private final @Nullable String appToken;
    private final Backoff waits;
    private final @Nullable String after;
    private final @Nullable Duration poll;

    /**
     * @param after the row to begin behind, null for the first
     * @param poll how long to wait from one reading to the next, null to read only once
     */
    Feed(FeedQuery query, @Nullable String appToken, Backoff waits, @Nullable String after, @Nullable Duration poll) {
        this.query = query;
        this.appToken = appToken;
        this.waits = waits;
        this.after = after;
        this.poll = poll;
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public CallReader open(LongAdder bytesRead) {
        FeedClient client = new FeedClient(appToken, PAGE_WITHIN, waits);
        return poll == null
                ? new FeedReader(client, query, after)
                : new FollowingReader(() -> new FeedReader(client, query, after), waits, poll);
    }
}
