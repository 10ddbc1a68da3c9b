package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.time.Lateness;
import io.github.sfcrime.job.time.WindowShape;

/**
 * The slice that the last call was counted in, and up to which watermark it takes calls whole. The next call mostly falls
 * into it too, and to find a slice and its windows takes several divisions.
 */
final class CurrentSlice {

    private final WindowShape shape;
    private final Lateness lateness;
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    /** From this watermark on, one of its windows takes no calls any more. */
    private long closing = Long.MIN_VALUE;

    CurrentSlice(WindowShape shape, Lateness lateness) {
        this.shape = shape;
        this.lateness = lateness;
    }

    /** Whether the time falls into the slice and all of its windows take calls at that watermark. */
    boolean takes(long time, long watermark) {
        return time >= start && time < end && watermark < closing;
    }

    long end() {
        return end;
    }

    void moveTo(long sliceEnd) {
        start = sliceEnd - shape.slices().length();
        end = sliceEnd;
        closing = lateness.after(shape.firstWindowEnd(sliceEnd)) - 1;
    }
}
