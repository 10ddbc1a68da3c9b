package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;

/**
 * The counts of consecutive windows: new slices are added and old ones subtracted, unless that is more work than to sum
 * all slices of the window.
 */
final class RunningSum {

    private final BucketSlices slices;
    private long start;
    private long end;
    private GroupCounts sum;

    /** A sum of the slices that end after {@code start} and up to {@code end}. */
    RunningSum(BucketSlices slices, long start, long end, GroupCounts sum) {
        this.slices = slices;
        this.start = start;
        this.end = end;
        this.sum = sum;
    }

    /** An empty sum. */
    RunningSum(BucketSlices slices) {
        this(slices, Long.MIN_VALUE, Long.MIN_VALUE, new GroupCounts());
    }

    GroupCounts sum() {
        return sum;
    }

    /** The counts of the window, which must neither start nor end before the last one. */
    GroupCounts of(long windowStart, long windowEnd) throws Exception {
        if (windowStart >= end || work(windowStart, windowEnd) > slices.count(windowStart, windowEnd)) {
            sum = new GroupCounts();
            slices.forEach(windowStart, windowEnd, sum::addAll);
        } else {
            slices.forEach(start, windowStart, sum::subtractAll);
            slices.forEach(end, windowEnd, sum::addAll);
        }
        start = windowStart;
        end = windowEnd;
        return sum;
    }

    private int work(long windowStart, long windowEnd) {
        return slices.count(start, windowStart) + slices.count(end, windowEnd);
    }
}
