package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.time.WindowShape;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What a subtask's windows look like from outside: how many are open, and how many groups the latest one had. */
final class OpenWindows {

    private final WindowShape shape;

    private long firstSliceEnd = Long.MAX_VALUE;
    private long lastSliceEnd = Long.MIN_VALUE;
    /** End of the time that takes no calls any more. */
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

    /** Windows from the first that takes calls to the last that has some. */
    long open() {
        return open;
    }

    /** Groups of the latest window that has closed. */
    long groups() {
        return groups;
    }

    /** Says that there are slices from one end to another. */
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
