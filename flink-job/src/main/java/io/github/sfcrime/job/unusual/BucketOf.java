package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.partials.Buckets;
import org.apache.flink.api.java.functions.KeySelector;
import org.jspecify.annotations.Nullable;

/** The bucket that a count comes from. */
final class BucketOf implements KeySelector<GroupCount, Integer> {

    private final int maxParallelism;
    private transient @Nullable Buckets buckets;

    BucketOf(int maxParallelism) {
        this.maxParallelism = maxParallelism;
    }

    @Override
    public Integer getKey(GroupCount row) {
        Buckets all = buckets;
        if (all == null) {
            all = Buckets.oneForEachKeyGroup(maxParallelism);
            buckets = all;
        }
        return all.key(all.indexOf(Group.hash(row.first, row.second)));
    }
}
