package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import org.jspecify.annotations.Nullable;

/**
 * The sum of the window that a bucket has closed last, one bucket at a time. It is kept with the bucket where windows have
 * many slices, so that the next window takes only the slices that come and go.
 */
final class KeptSum {

    /** The number of slices per window from which on: to read and write a sum costs as much as to sum a few. */
    private static final int WORTH_A_SUM = 16;

    private final BucketSlices slices;
    private final SliceStore store;

    private BucketIndex index = new BucketIndex();
    private @Nullable RunningSum sum;
    private boolean changed;

    KeptSum(BucketSlices slices, SliceStore store) {
        this.slices = slices;
        this.store = store;
    }

    /** Switches to another bucket; {@code itsIndex} is changed until the next switch. */
    void turnTo(BucketIndex itsIndex) {
        index = itsIndex;
        sum = null;
        changed = false;
    }

    /** Whether the slice is in it. */
    boolean covers(long sliceEnd) {
        return index.runningStart < sliceEnd && sliceEnd <= index.runningEnd;
    }

    /** The end of the window that it is of. */
    long end() {
        return index.runningEnd;
    }

    /** It, for what is added to slices that it covers. */
    GroupCounts toChange() throws Exception {
        changed = true;
        return running().sum();
    }

    /** The counts of a window, which becomes the one that it is of; those of a single slice are not copied. */
    GroupCounts of(long windowStart, long windowEnd) throws Exception {
        int number = slices.count(windowStart, windowEnd);
        if (number < WORTH_A_SUM) {
            remove();
            return number == 1
                    ? slices.counts(slices.firstEndAfter(windowStart))
                    : new RunningSum(slices).of(windowStart, windowEnd);
        }
        GroupCounts counts = running().of(windowStart, windowEnd);
        index.runningStart = windowStart;
        index.runningEnd = windowEnd;
        changed = true;
        return counts;
    }

    private RunningSum running() throws Exception {
        RunningSum running = sum;
        if (running == null) {
            GroupCounts kept = index.runningStart == index.runningEnd ? null : store.running();
            running = kept == null
                    ? new RunningSum(slices)
                    : new RunningSum(slices, index.runningStart, index.runningEnd, kept);
            sum = running;
        }
        return running;
    }

    void remove() throws Exception {
        if (index.runningStart != index.runningEnd) {
            index.runningStart = Long.MIN_VALUE;
            index.runningEnd = Long.MIN_VALUE;
            store.removeRunning();
        }
        sum = null;
        changed = false;
    }

    void store() throws Exception {
        if (changed && sum != null) {
            store.putRunning(sum.sum());
            changed = false;
        }
    }
}
