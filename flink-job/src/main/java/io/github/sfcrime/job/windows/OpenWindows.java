package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.time.WindowShape;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** The metrics of a subtask's windows: how many are open, and the groups of the latest one. */
final class OpenWindows {

    private final WindowShape shape;

    private long firstSliceEnd = Long.MAX_VALUE;
    private long lastSliceEnd = Long.MIN_VALUE;
    /** Windows that end up to this time are closed for calls. */
    private long expired = Long.MIN_VALUE;

    private volatile long open;

    private volatile long groups;
    private long groupsSoFar;
    private long latestWindowEnd = Long.MIN_VALUE;

    OpenWindows(WindowShape shape) {
        this.shape = shape;
    }

    void show(MetricGroup metrics) {
        metrics.gauge("windowsOpen", (Gauge<Long>) this::open);
        metrics.gauge("groupsPerWindow", (Gauge<Long>) this::groups);
    }

    /** Windows from the first that is open to the last that has calls. */
    long open() {
        return open;
    }

    /** Groups of the latest window that has closed. */
    long groups() {
        return groups;
    }

    /** Notes that there are slices from one end to another. */
    void slicesOpened(long firstEnd, long lastEnd) {
        if (firstEnd < firstSliceEnd || lastEnd > lastSliceEnd) {
            firstSliceEnd = Math.min(firstSliceEnd, firstEnd);
            lastSliceEnd = Math.max(lastSliceEnd, lastEnd);
            recount();
        }
    }

    void expired(long upTo) {
        expired = upTo;
        recount();
    }

    private void recount() {
        if (firstSliceEnd > lastSliceEnd || shape.lastWindowEnd(lastSliceEnd) <= expired) {
            open = 0;
            return;
        }
        long from = firstSliceEnd <= expired ? shape.sliceEnd(expired) : firstSliceEnd;
        open = (shape.lastWindowEnd(lastSliceEnd) - shape.windowEndAfter(from, expired)) / shape.step() + 1;
    }

    void emitted(long windowEnd, int groupsOfBucket) {
        if (windowEnd > latestWindowEnd) {
            latestWindowEnd = windowEnd;
            groupsSoFar = 0;
        }
        if (windowEnd == latestWindowEnd) {
            groupsSoFar += groupsOfBucket;
            groups = groupsSoFar;
        }
    }
}
