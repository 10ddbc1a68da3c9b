package io.github.sfcrime.job.windows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts since the last flush: a table per slice on the way in, a batch per bucket on the way out. */
final class PartialCountsBuffer {

    /** Groups after which it asks to be flushed, so that it stays small whatever the watermark does. */
    private static final int FULL = 1 << 16;

    private final Buckets buckets;
    private final PartialCountsBuilder[] batches;
    private final GroupPool pool = new GroupPool();
    private final TreeMap<Long, GroupCounts> slices = new TreeMap<>();
    private final Deque<GroupCounts> emptied = new ArrayDeque<>();
    private long lastSliceEnd;
    private @Nullable GroupCounts lastSlice;
    private int size;

    PartialCountsBuffer(Buckets buckets) {
        this.buckets = buckets;
        batches = new PartialCountsBuilder[buckets.count()];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = new PartialCountsBuilder(buckets.key(i));
        }
    }

    /** Counts one call. */
    void add(long sliceEnd, String type, @Nullable String disposition) {
        GroupCounts slice = lastSlice;
        if (slice == null || sliceEnd != lastSliceEnd) {
            slice = slices.computeIfAbsent(sliceEnd, end -> emptied.isEmpty() ? new GroupCounts() : emptied.pop());
            lastSlice = slice;
            lastSliceEnd = sliceEnd;
        }
        size -= slice.size();
        slice.increment(type, disposition, pool);
        size += slice.size();
    }

    boolean isFull() {
        return size >= FULL;
    }

    /** Hands on what has been counted and starts anew. */
    void drainTo(Consumer<PartialCounts> shuffle) {
        slices.forEach(this::distribute);
        slices.clear();
        lastSlice = null;
        size = 0;
        for (PartialCountsBuilder batch : batches) {
            if (!batch.isEmpty()) {
                shuffle.accept(batch.take());
            }
        }
    }

    private void distribute(Long sliceEnd, GroupCounts groups) {
        groups.forEach((group, count) -> batches[buckets.indexOf(group)].add(sliceEnd, group, count));
        groups.clear();
        emptied.push(groups);
    }
}
