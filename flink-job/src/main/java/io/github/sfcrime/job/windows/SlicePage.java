package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The counts of 64 neighbouring slices, which are read and written together. */
final class SlicePage {

    /** Slices of a page, at places from 0. */
    static final int SLICES = Long.SIZE;

    private static final int SMALLEST = 2;

    /** A bit for each place that has counts. */
    private long taken;
    /** The counts of the places in use, in order. */
    private GroupCounts[] counts = new GroupCounts[SMALLEST];

    /** A bit for each place that has counts. */
    long taken() {
        return taken;
    }

    int size() {
        return Long.bitCount(taken);
    }

    /** The counts at the place, which are created if there are none. */
    GroupCounts at(int place) {
        int index = index(place);
        if (!has(place)) {
            insert(index, place, new GroupCounts());
        }
        return counts[index];
    }

    /** The counts at the place, if there are any. */
    @Nullable
    GroupCounts get(int place) {
        return has(place) ? counts[index(place)] : null;
    }

    /** Puts counts at a place that has none. */
    void put(int place, GroupCounts itsCounts) {
        insert(index(place), place, itsCounts);
    }

    private boolean has(int place) {
        return (taken >>> place & 1) != 0;
    }

    private int index(int place) {
        return Long.bitCount(taken & ((1L << place) - 1));
    }

    private void insert(int index, int place, GroupCounts itsCounts) {
        int size = size();
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(counts, index, counts, index + 1, size - index);
        counts[index] = itsCounts;
        taken |= 1L << place;
    }

    SlicePage copy() {
        SlicePage copy = new SlicePage();
        copy.taken = taken;
        copy.counts = new GroupCounts[counts.length];
        for (int i = 0; i < size(); i++) {
            copy.counts[i] = counts[i].copy();
        }
        return copy;
    }
}
