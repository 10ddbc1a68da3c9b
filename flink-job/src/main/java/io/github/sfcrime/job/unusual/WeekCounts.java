package io.github.sfcrime.job.unusual;

import java.util.Arrays;

/** The counts of a window of the week in the weeks that had calls, the earliest week first. */
final class WeekCounts {

    private long[] weeks;
    private long[] counts;
    private int size;

    /** No counts, and room for so many. */
    WeekCounts(int capacity) {
        weeks = new long[capacity];
        counts = new long[capacity];
    }

    int size() {
        return size;
    }

    long week(int index) {
        return weeks[index];
    }

    long count(int index) {
        return counts[index];
    }

    /** Sets the count of a week; returns whether that week had none. */
    boolean set(long week, long count) {
        int index = Arrays.binarySearch(weeks, 0, size, week);
        if (index >= 0) {
            counts[index] = count;
            return false;
        }
        insert(-index - 1, week, count);
        return true;
    }

    private void insert(int index, long week, long count) {
        if (size == weeks.length) {
            weeks = Arrays.copyOf(weeks, size + 1 + size / 2);
            counts = Arrays.copyOf(counts, weeks.length);
        }
        System.arraycopy(weeks, index, weeks, index + 1, size - index);
        System.arraycopy(counts, index, counts, index + 1, size - index);
        weeks[index] = week;
        counts[index] = count;
        size++;
    }

    /** The counts of so many weeks before one, the latest first; 0 where there were no calls. */
    long[] before(long week, int number) {
        long[] before = new long[number];
        for (int i = 0; i < size; i++) {
            long ago = week - weeks[i];
            if (ago >= 1 && ago <= number) {
                before[(int) ago - 1] = counts[i];
            }
        }
        return before;
    }

    /** Removes the counts of weeks before one. */
    void forgetBefore(long week) {
        int first = Arrays.binarySearch(weeks, 0, size, week);
        int gone = first < 0 ? -first - 1 : first;
        if (gone > 0) {
            size -= gone;
            System.arraycopy(weeks, gone, weeks, 0, size);
            System.arraycopy(counts, gone, counts, 0, size);
        }
    }

    WeekCounts copy() {
        WeekCounts copy = new WeekCounts(0);
        copy.weeks = Arrays.copyOf(weeks, size);
        copy.counts = Arrays.copyOf(counts, size);
        copy.size = size;
        return copy;
    }
}
