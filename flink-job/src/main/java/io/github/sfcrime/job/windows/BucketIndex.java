package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.time.WindowShape;
import java.util.Arrays;

/** The index of a bucket, small enough to be read each time: its progress, and the numbers of its slices. */
final class BucketIndex {

    /** Stands for no slice. */
    static final long NONE = Long.MAX_VALUE;

    private static final int SMALLEST = 2;

    /** The windows that end up to this time have been emitted. */
    long complete = Long.MIN_VALUE;

    /** The time of its timer, or {@link WindowShape#NEVER}. */
    long timer = WindowShape.NEVER;

    /** The running sum contains the slices that end after this ... */
    long runningStart = Long.MIN_VALUE;
    /** ... and up to this; there is none where both are the same. */
    long runningEnd = Long.MIN_VALUE;

    /** Numbers of the pages, the oldest first. */
    private long[] pages = new long[SMALLEST];
    /** A bit for each slice of each page. */
    private long[] taken = new long[SMALLEST];

    private int size;

    /** Number of pages. */
    int size() {
        return size;
    }

    /** Number of the page at {@code index}, from 0, the oldest, to {@link #size()} exclusive. */
    long page(int index) {
        return pages[index];
    }

    /** A bit for each slice of the page at {@code index}. */
    long taken(int index) {
        return taken[index];
    }

    /** The number of the slice's page. */
    static long pageOf(long slice) {
        return Math.floorDiv(slice, SlicePage.SLICES);
    }

    /** The position of the slice in its page. */
    static int placeOf(long slice) {
        return Math.floorMod(slice, SlicePage.SLICES);
    }

    void add(long slice) {
        append(pageOf(slice), 1L << placeOf(slice));
    }

    /** Adds slices of a page. */
    void append(long page, long slices) {
        int index = size;
        while (index > 0 && pages[index - 1] > page) {
            index--;
        }
        if (index > 0 && pages[index - 1] == page) {
            taken[index - 1] |= slices;
        } else {
            insert(index, page, slices);
        }
    }

    private void insert(int index, long page, long slices) {
        if (size == pages.length) {
            pages = Arrays.copyOf(pages, size * 2);
            taken = Arrays.copyOf(taken, size * 2);
        }
        System.arraycopy(pages, index, pages, index + 1, size - index);
        System.arraycopy(taken, index, taken, index + 1, size - index);
        pages[index] = page;
        taken[index] = slices;
        size++;
    }

    void removeOldestPage() {
        size--;
        System.arraycopy(pages, 1, pages, 0, size);
        System.arraycopy(taken, 1, taken, 0, size);
    }

    /** The oldest slice, or {@link #NONE}. */
    long first() {
        return size == 0 ? NONE : pages[0] * SlicePage.SLICES + Long.numberOfTrailingZeros(taken[0]);
    }

    /** The latest slice of the page at {@code index}. */
    long last(int index) {
        return pages[index] * SlicePage.SLICES + SlicePage.SLICES - 1 - Long.numberOfLeadingZeros(taken[index]);
    }

    /** The first slice from that number on, or {@link #NONE}. */
    long from(long slice) {
        long page = pageOf(slice);
        for (int i = indexFrom(page); i < size; i++) {
            long left = pages[i] == page ? taken[i] & (-1L << placeOf(slice)) : taken[i];
            if (left != 0) {
                return pages[i] * SlicePage.SLICES + Long.numberOfTrailingZeros(left);
            }
        }
        return NONE;
    }

    /** The number of slices after one slice number and up to another. */
    int count(long after, long upTo) {
        return before(upTo + 1) - before(after + 1);
    }

    private int before(long slice) {
        long page = pageOf(slice);
        int count = 0;
        for (int i = 0; i < size && pages[i] <= page; i++) {
            count += Long.bitCount(pages[i] == page ? taken[i] & ~(-1L << placeOf(slice)) : taken[i]);
        }
        return count;
    }

    private int indexFrom(long page) {
        int index = Arrays.binarySearch(pages, 0, size, page);
        return index < 0 ? -index - 1 : index;
    }

    BucketIndex copy() {
        BucketIndex copy = new BucketIndex();
        copy.complete = complete;
        copy.timer = timer;
        copy.runningStart = runningStart;
        copy.runningEnd = runningEnd;
        copy.pages = pages.clone();
        copy.taken = taken.clone();
        copy.size = size;
        return copy;
    }
}
