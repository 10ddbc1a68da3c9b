package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.time.WindowShape;
import java.util.function.Consumer;

/** Feeds a query about windows with the groups as they were counted. */
final class WindowFeed implements Feed {

    private final Batches batches;

    WindowFeed(Buckets buckets) {
        batches = new Batches(buckets);
    }

    @Override
    public void add(long sliceEnd, GroupCounts counts) {
        if (sliceEnd != WindowShape.NEVER) {
            batches.add(sliceEnd, counts);
        }
    }

    @Override
    public void drainTo(Consumer<PartialCounts> shuffle) {
        batches.drainTo(shuffle);
    }
}
