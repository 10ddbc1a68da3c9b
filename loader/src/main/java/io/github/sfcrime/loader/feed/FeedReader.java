package io.github.sfcrime.loader.feed;

import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a data set of the feed page by page, each behind the last row of the one before. */
final class FeedReader implements CallReader {

    private final FeedClient client;
    private final FeedQuery query;
    private final Deque<FeedRow> page = new ArrayDeque<>();
    private Set<String> previous = Set.of();
    private @Nullable String last;
    private long records;
    private boolean ended;

    /** @param after the row id to begin behind, null for the beginning */
    FeedReader(FeedClient client, FeedQuery query, @Nullable String after) {
        this.client = client;
        this.query = query;
        last = after;
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        FeedRow row = nextRow();
        return row == null ? null : row.raw(position());
    }

    private @Nullable FeedRow nextRow() throws IOException {
        if (page.isEmpty() && !ended) {
            turn();
        }
        FeedRow row = page.poll();
        if (row != null) {
            records++;
        }
        return row;
    }

    /** A row may come again at a page's border; a page with nothing new is the end. */
    private void turn() throws IOException {
        List<FeedRow> rows;
        try {
            rows = client.page(query.after(last));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw new DamagedInputException(
                    "cannot read " + query.dataSet() + " to its end: " + e.getMessage() + "; the " + records
                            + " rows before were read" + (last == null ? "" : ", go on with --after " + last),
                    e);
        }
        Set<String> ids = new HashSet<>();
        for (FeedRow row : rows) {
            if (!previous.contains(row.id()) && ids.add(row.id())) {
                page.add(row);
                last = row.id();
            }
        }
        previous = ids;
        ended = page.isEmpty();
    }

    private Position position() {
        return new Position(query.dataSet().toString(), records, records);
    }

    /** Columns are asked for by name. */
    @Override
    public Set<String> ignoredFields() {
        return Set.of();
    }

    @Override
    public void close() {}
}
