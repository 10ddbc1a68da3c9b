package io.github.sfcrime.job.windows;

import java.util.TreeMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** What a subtask's windows look like from outside: how many are open, and how many groups the latest one had. */
final class OpenWindows {

    private final WindowShape shape;
    /** How many buckets hold the slice, by its end. */
    private final TreeMap<Long, Integer> buckets = new TreeMap<>();

    private volatile long open;
    private volatile long groups;
    private long groupsSoFar;
    private long latestWindowEnd = Long.MIN_VALUE;

    OpenWindows(WindowShape shape) {
        this.shape = shape;
    }

    void show(MetricGroup metrics) {
        metrics.gauge("windowsOpen", (Gauge<Long>) () -> open);
        metrics.gauge("groupsPerWindow", (Gauge<Long>) () -> groups);
    }

    void sliceOpened(long sliceEnd) {
        if (buckets.merge(sliceEnd, 1, Integer::sum) == 1) {
            recount();
        }
    }

    void sliceGone(long sliceEnd) {
        if (buckets.computeIfPresent(sliceEnd, (end, number) -> number == 1 ? null : number - 1) == null) {
            recount();
        }
    }

    /** Windows from the first slice that is held to the last. */
    private void recount() {
        open = buckets.isEmpty()
                ? 0
                : (shape.lastWindowEnd(buckets.lastKey()) - shape.windowEndAfter(buckets.firstKey(), Long.MIN_VALUE))
                                / shape.step()
                        + 1;
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
