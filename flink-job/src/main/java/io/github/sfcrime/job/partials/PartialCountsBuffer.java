package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.time.WindowShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Counts since the last flush: a table per slice on the way in, what each query is fed with on the way out. */
final class PartialCountsBuffer {

    /** Groups after which it asks to be flushed, so that it stays small whatever the watermark does. */
    private static final int FULL = 1 << 16;

    private final Map<Query, QueryFeed> feeds;
    private final GroupPool pool = new GroupPool();
    private final TreeMap<Long, GroupCounts> slices = new TreeMap<>();
    private final Deque<GroupCounts> emptied = new ArrayDeque<>();
    private long lastSliceEnd;
    private @Nullable GroupCounts lastSlice;
    private int size;

    PartialCountsBuffer(Map<Query, QueryFeed> feeds) {
        this.feeds = feeds;
    }

    /**
     * Counts a call, in {@link WindowShape#NEVER} where no window takes it any more.
     *
     * @param takenBack whether it was counted before, and is to be counted no more
     */
    void add(long sliceEnd, String first, @Nullable String second, boolean takenBack) {
        add(sliceEnd, first, second, Group.hash(first, second), takenBack);
    }

    /** The same, where the hash of the group is known. */
    void add(long sliceEnd, String first, @Nullable String second, int hash, boolean takenBack) {
        GroupCounts slice = lastSlice;
        if (slice == null || sliceEnd != lastSliceEnd) {
            slice = slices.computeIfAbsent(sliceEnd, end -> emptied.isEmpty() ? new GroupCounts() : emptied.pop());
            lastSlice = slice;
            lastSliceEnd = sliceEnd;
        }
        size -= slice.size();
        if (takenBack) {
            slice.subtract(pool.get(first, second), 1);
        } else {
            slice.increment(first, second, hash, pool);
        }
        size += slice.size();
    }

    boolean isFull() {
        return size >= FULL;
    }

    /** Hands on what has been counted and starts anew. */
    void drainTo(BiConsumer<Query, PartialCounts> shuffle) {
        if (slices.isEmpty()) {
            return;
        }
        slices.forEach(this::feed);
        slices.clear();
        lastSlice = null;
        size = 0;
        feeds.forEach((query, feed) -> feed.drainTo(counts -> shuffle.accept(query, counts)));
    }

    private void feed(Long sliceEnd, GroupCounts counts) {
        feeds.values().forEach(feed -> feed.add(sliceEnd, counts));
        counts.clear();
        emptied.push(counts);
    }
}
