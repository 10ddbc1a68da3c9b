package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.partials.PartialCounts;
import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;
import org.jspecify.annotations.Nullable;

/**
 * The windows of one bucket at a time: adds partial counts to slices, sums slices to windows when those close, and
 * again where they change after that, and removes slices that no window needs any more.
 */
final class BucketWindows {

    /**
     * The number of slices per window from which on a running sum is kept: to read and write it costs as much as to sum
     * a few.
     */
    private static final int WORTH_A_SUM = 16;

    private final WindowShape shape;
    private final Lateness lateness;
    private final SliceStore store;
    private final BucketSlices slices;

    private BucketIndex index = new BucketIndex();
    private @Nullable RunningSum running;
    private boolean runningChanged;
    private ChangedWindows changed = new ChangedWindows();

    BucketWindows(WindowShape shape, Lateness lateness, SliceStore store) {
        this.shape = shape;
        this.lateness = lateness;
        this.store = store;
        slices = new BucketSlices(shape.slices(), store);
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
        running = null;
        runningChanged = false;
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
        if (index.runningStart < sliceEnd && sliceEnd <= index.runningEnd) {
            add(running().sum(), groups, partial, from, to);
            runningChanged = true;
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
        storeRunning();
    }

    /**
     * Emits the windows that have closed since the last call, oldest first, and removes slices that none needs any
     * more.
     */
    void close(long complete, Closing closing) throws Exception {
        for (long end = nextWindowEnd(index.complete);
                end <= complete && end != WindowShape.NEVER;
                end = nextWindowEnd(end)) {
            closing.window(end, counts(end));
        }
        index.complete = complete;
        long next = nextWindowEnd(complete);
        if (next == WindowShape.NEVER || shape.windowStart(next) >= index.runningEnd) {
            removeRunning();
        }
        while (!slices.isEmpty() && isGone(slices.lastEndOfOldestPage())) {
            slices.removeOldestPage();
        }
        storeRunning();
    }

    /** The running sum subtracts the slices that leave it, so those must still be there. */
    private boolean isGone(long sliceEnd) {
        return gone(sliceEnd) <= index.complete && !(index.runningStart < sliceEnd && sliceEnd <= index.runningEnd);
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

    /** The counts of a window, by the running sum if that is kept; those of a single slice are not copied. */
    private GroupCounts counts(long windowEnd) throws Exception {
        long windowStart = shape.windowStart(windowEnd);
        int number = slices.count(windowStart, windowEnd);
        if (number < WORTH_A_SUM) {
            removeRunning();
            return number == 1
                    ? slices.counts(slices.firstEndAfter(windowStart))
                    : new RunningSum(slices).of(windowStart, windowEnd);
        }
        RunningSum sum = running();
        GroupCounts counts = sum.of(windowStart, windowEnd);
        index.runningStart = windowStart;
        index.runningEnd = windowEnd;
        runningChanged = true;
        return counts;
    }

    private RunningSum running() throws Exception {
        RunningSum sum = running;
        if (sum == null) {
            GroupCounts kept = index.runningStart == index.runningEnd ? null : store.running();
            sum = kept == null
                    ? new RunningSum(slices)
                    : new RunningSum(slices, index.runningStart, index.runningEnd, kept);
            running = sum;
        }
        return sum;
    }

    private void removeRunning() throws Exception {
        if (index.runningStart != index.runningEnd) {
            index.runningStart = Long.MIN_VALUE;
            index.runningEnd = Long.MIN_VALUE;
            store.removeRunning();
        }
        running = null;
        runningChanged = false;
    }

    private void storeRunning() throws Exception {
        if (runningChanged && running != null) {
            store.putRunning(running.sum());
            runningChanged = false;
        }
    }
}
