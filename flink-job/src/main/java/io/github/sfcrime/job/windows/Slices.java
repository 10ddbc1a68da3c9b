package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.time.WindowShape;
import java.util.Arrays;
import java.util.function.ObjLongConsumer;

/** Counts per slice, in the order of time. */
final class Slices {

    private static final int SMALLEST = 4;

    private long[] ends = new long[SMALLEST];
    private GroupCounts[] counts = new GroupCounts[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    /** End of the slice at {@code index}, from 0, the oldest, to {@link #size()} exclusive. */
    long end(int index) {
        return ends[index];
    }

    /** Adds a slice behind all others. */
    void append(long sliceEnd, GroupCounts itsCounts) {
        insert(size, sliceEnd, itsCounts);
    }

    void appendAll(Slices later) {
        for (int i = 0; i < later.size; i++) {
            append(later.ends[i], later.counts[i]);
        }
    }

    /** The counts of a slice, which is opened where there is none. Most slices are the latest or follow it. */
    GroupCounts at(long sliceEnd) {
        int place = size;
        while (place > 0 && ends[place - 1] > sliceEnd) {
            place--;
        }
        if (place == 0 || ends[place - 1] != sliceEnd) {
            insert(place, sliceEnd, new GroupCounts());
            return counts[place];
        }
        return counts[place - 1];
    }

    private void insert(int place, long sliceEnd, GroupCounts itsCounts) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(ends, place, ends, place + 1, size - place);
        System.arraycopy(counts, place, counts, place + 1, size - place);
        ends[place] = sliceEnd;
        counts[place] = itsCounts;
        size++;
    }

    /** Forgets the slices up to the one that ends at {@code sliceEnd}. */
    void removeUpTo(long sliceEnd) {
        int removed = 0;
        while (removed < size && ends[removed] <= sliceEnd) {
            removed++;
        }
        ends = Arrays.copyOfRange(ends, removed, Math.max(size, removed + SMALLEST));
        counts = Arrays.copyOfRange(counts, removed, Math.max(size, removed + SMALLEST));
        size -= removed;
    }

    void forEach(ObjLongConsumer<GroupCounts> visitor) {
        for (int i = 0; i < size; i++) {
            visitor.accept(counts[i], ends[i]);
        }
    }

    /** The counts of the slices that end after {@code from} and up to {@code to}; those of one slice are not copied. */
    GroupCounts merged(long from, long to) {
        int first = 0;
        while (first < size && ends[first] <= from) {
            first++;
        }
        return merged(first, to);
    }

    private GroupCounts merged(int first, long to) {
        if (first + 1 == size || ends[first + 1] > to) {
            return counts[first];
        }
        GroupCounts merged = new GroupCounts();
        for (int i = first; i < size && ends[i] <= to; i++) {
            merged.addAll(counts[i]);
        }
        return merged;
    }

    /**
     * Visits the counts of each window with its end, oldest first: of those that were open at {@code opened} and that
     * have closed by {@code complete}.
     */
    void forEachClosed(WindowShape shape, long opened, long complete, ObjLongConsumer<GroupCounts> visitor) {
        long closed = opened;
        int first = 0;
        while (first < size) {
            long windowEnd = shape.windowEndAfter(ends[first], closed);
            if (windowEnd == WindowShape.NEVER) {
                first++;
            } else if (windowEnd <= complete) {
                visitor.accept(merged(first, windowEnd), windowEnd);
                closed = windowEnd;
            } else {
                return;
            }
        }
    }

    Slices copy() {
        Slices copy = new Slices();
        forEach((itsCounts, sliceEnd) -> copy.append(sliceEnd, itsCounts.copy()));
        return copy;
    }
}
