package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.time.WindowShape;
import java.util.function.Consumer;

/** Feeds the running totals: all slices are one, calls that no window takes any more included. */
final class TotalsFeed implements Feed {

    private final Batches batches;
    private final GroupCounts sum = new GroupCounts();

    TotalsFeed(Buckets buckets) {
        batches = new Batches(buckets);
    }

    @Override
    public void add(long sliceEnd, GroupCounts counts) {
        sum.addAll(counts);
    }

    @Override
    public void drainTo(Consumer<PartialCounts> shuffle) {
        batches.add(WindowShape.NEVER, sum);
        sum.clear();
        batches.drainTo(shuffle);
    }
}
