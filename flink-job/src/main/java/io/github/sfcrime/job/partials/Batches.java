package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.GroupCounts;
import java.util.function.Consumer;

/** A batch of partial counts per bucket. */
final class Batches {

    private final Buckets buckets;
    private final PartialCountsBuilder[] builders;

    Batches(Buckets buckets) {
        this.buckets = buckets;
        builders = new PartialCountsBuilder[buckets.count()];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = new PartialCountsBuilder(buckets.key(i));
        }
    }

    void add(long sliceEnd, GroupCounts counts) {
        counts.forEach((group, count) -> builders[buckets.indexOf(group)].add(sliceEnd, group, count));
    }

    void drainTo(Consumer<PartialCounts> shuffle) {
        for (PartialCountsBuilder builder : builders) {
            if (!builder.isEmpty()) {
                shuffle.accept(builder.take());
            }
        }
    }
}
