package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;

/**
 * The windows of one bucket at a time: adds partial counts to slices, sums slices to windows when those close, and
 * again where they change after that, and removes slices that no window needs any more.
 */
final class BucketWindows {

    private final WindowShape shape;
    private final Lateness lateness;
    private final BucketSlices slices;
    private final KeptSum sum;

    private BucketIndex index = new BucketIndex();
    private ChangedWindows changed = new ChangedWindows();

    BucketWindows(WindowShape shape, Lateness lateness, SliceStore store) {
        this.shape = shape;
        this.lateness = lateness;
        slices = new BucketSlices(shape.slices(), store);
        sum = new KeptSum(slices, store);
    }

    /** Receives the counts of a window. */
    @FunctionalInterface
    interface Closing {
        void window(long windowEnd, GroupCounts counts);
    }

    /** Receives the counts of a window that was emitted before, and the groups that have changed. */
    @FunctionalInterface
    interface Changing {
        void window(long windowEnd, GroupCounts counts, Iterable<Group> changed);
    }

    /** Switches to another bucket; {@code itsIndex} is changed until the next switch. */
    void turnTo(BucketIndex itsIndex) {
        index = itsIndex;
        slices.turnTo(itsIndex);
        sum.turnTo(itsIndex);
        changed = new ChangedWindows();
    }

    /** Sets the watermark, so that no call opens a window that has ended; emits nothing. */
    void completeUpTo(long time) {
        index.complete = Math.max(index.complete, time);
    }

    /**
     * Adds counts of a slice, those from index {@code from} to {@code to} exclusive.
     *
     * @return whether they are in time for any window
     */
    boolean add(long sliceEnd, Group[] groups, PartialCounts partial, int from, int to) throws Exception {
        long windowEnd = shape.windowEndAfter(sliceEnd, lateness.expired(index.complete));
        if (windowEnd == WindowShape.NEVER) {
            return false;
        }
        add(slices.at(sliceEnd), groups, partial, from, to);
        if (sum.covers(sliceEnd)) {
            add(sum.toChange(), groups, partial, from, to);
        }
        for (; windowEnd <= index.complete; windowEnd = shape.windowEndAfter(sliceEnd, windowEnd)) {
            changed.add(windowEnd, groups, partial.groups, from, to);
        }
        return true;
    }

    private static void add(GroupCounts counts, Group[] groups, PartialCounts partial, int from, int to) {
        for (int i = from; i < to; i++) {
            counts.add(groups[partial.groups[i]], partial.counts[i]);
        }
    }

    /** Emits the changed windows that had been emitted before, oldest first, and stores what was added. */
    void store(Changing changing) throws Exception {
        slices.store();
        if (!changed.isEmpty()) {
            RunningSum again = new RunningSum(slices);
            changed.forEach((windowEnd, groups) ->
                    changing.window(windowEnd, again.of(shape.windowStart(windowEnd), windowEnd), groups));
        }
        sum.store();
    }

    /**
     * Emits the windows that have closed since the last call, oldest first, and removes slices that none needs any
     * more.
     */
    void close(long complete, Closing closing) throws Exception {
        for (long end = nextWindowEnd(index.complete);
                end <= complete && end != WindowShape.NEVER;
                end = nextWindowEnd(end)) {
            closing.window(end, sum.of(shape.windowStart(end), end));
        }
        index.complete = complete;
        long next = nextWindowEnd(complete);
        if (next == WindowShape.NEVER || shape.windowStart(next) >= sum.end()) {
            sum.remove();
        }
        while (!slices.isEmpty() && isGone(slices.lastEndOfOldestPage())) {
            slices.removeOldestPage();
        }
        sum.store();
    }

    /** The sum subtracts the slices that leave it, so those must still be there. */
    private boolean isGone(long sliceEnd) {
        return gone(sliceEnd) <= index.complete && !sum.covers(sliceEnd);
    }

    /** The time when the next window closes or page expires, or {@link WindowShape#NEVER}. */
    long due() {
        long next = nextWindowEnd(index.complete);
        if (slices.isEmpty()) {
            return next;
        }
        long gone = gone(slices.lastEndOfOldestPage());
        return gone <= index.complete ? next : Math.min(next, gone);
    }

    /** The time when a slice expires: the end of its last window plus the allowed lateness. */
    private long gone(long sliceEnd) {
        return lateness.after(shape.lastWindowEnd(sliceEnd));
    }

    /** The end of the first window that ends after {@code time} and has calls, or {@link WindowShape#NEVER}. */
    private long nextWindowEnd(long time) {
        long before = time < Long.MIN_VALUE / 2 ? Long.MIN_VALUE / 2 : time - shape.longest();
        for (long slice = slices.firstEndAfter(before);
                slice != BucketIndex.NONE;
                slice = slices.firstEndAfter(slice)) {
            long end = shape.windowEndAfter(slice, time);
            if (end != WindowShape.NEVER) {
                return end;
            }
        }
        return WindowShape.NEVER;
    }
}
