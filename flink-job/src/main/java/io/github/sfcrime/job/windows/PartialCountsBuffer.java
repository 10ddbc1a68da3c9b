package io.github.sfcrime.job.windows;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts since the last flush: a table per slice on the way in, a batch per bucket on the way out. */
final class PartialCountsBuffer {

    /** Groups after which it asks to be flushed, so that it stays small whatever the watermark does. */
    private static final int FULL = 1 << 16;

    private final Buckets buckets;
    private final Batch[] batches;
    private final TreeMap<Long, GroupCounts> slices = new TreeMap<>();
    private final Deque<GroupCounts> emptied = new ArrayDeque<>();
    private long lastSliceEnd;
    private @Nullable GroupCounts lastSlice;
    private int size;

    PartialCountsBuffer(Buckets buckets) {
        this.buckets = buckets;
        batches = new Batch[buckets.count()];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = new Batch();
        }
    }

    void add(long sliceEnd, String type, @Nullable String disposition) {
        GroupCounts slice = lastSlice;
        if (slice == null || sliceEnd != lastSliceEnd) {
            slice = slices.computeIfAbsent(sliceEnd, end -> emptied.isEmpty() ? new GroupCounts() : emptied.pop());
            lastSlice = slice;
            lastSliceEnd = sliceEnd;
        }
        size -= slice.size();
        slice.add(type, disposition, 1);
        size += slice.size();
    }

    boolean isFull() {
        return size >= FULL;
    }

    /** Hands on what has been counted and starts anew. */
    void drainTo(Consumer<PartialCounts> shuffle) {
        for (Map.Entry<Long, GroupCounts> slice : slices.entrySet()) {
            long sliceEnd = slice.getKey();
            GroupCounts groups = slice.getValue();
            groups.forEach((type, disposition, count) ->
                    batches[buckets.indexOf(type, disposition)].add(sliceEnd, type, disposition, count));
            groups.clear();
            emptied.push(groups);
        }
        slices.clear();
        lastSlice = null;
        size = 0;
        for (int i = 0; i < batches.length; i++) {
            if (batches[i].size > 0) {
                shuffle.accept(batches[i].take(buckets.key(i)));
            }
        }
    }

    /** The arrays of a {@link PartialCounts} while they grow. */
    private static final class Batch {

        private long[] sliceEnds = new long[4];
        private String[] types = new String[4];
        private @Nullable String[] dispositions = new String[4];
        private long[] counts = new long[4];
        private int size;

        void add(long sliceEnd, String type, @Nullable String disposition, long count) {
            if (size == counts.length) {
                resize(size * 2);
            }
            sliceEnds[size] = sliceEnd;
            types[size] = type;
            dispositions[size] = disposition;
            counts[size++] = count;
        }

        PartialCounts take(int bucket) {
            PartialCounts taken = new PartialCounts(
                    bucket,
                    Arrays.copyOf(sliceEnds, size),
                    Arrays.copyOf(types, size),
                    Arrays.copyOf(dispositions, size),
                    Arrays.copyOf(counts, size));
            size = 0;
            return taken;
        }

        private void resize(int capacity) {
            sliceEnds = Arrays.copyOf(sliceEnds, capacity);
            types = Arrays.copyOf(types, capacity);
            dispositions = Arrays.copyOf(dispositions, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
    }
}
