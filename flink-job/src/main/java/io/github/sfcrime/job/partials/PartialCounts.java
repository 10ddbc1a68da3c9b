package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupPool;
import io.github.sfcrime.job.time.WindowShape;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one bucket since the last flush, as they cross the shuffle. Each group's texts are there once; the counts
 * follow slice by slice and refer to them.
 */
public class PartialCounts {

    /** Key of the bucket, see {@link Buckets}. */
    public int bucket;

    /** First text of each {@link Group}. */
    public String[] firsts = {};

    /** Second text of each {@link Group}. */
    public @Nullable String[] seconds = {};

    /** End of each slice, see {@link WindowShape}. */
    public long[] sliceEnds = {};

    /** Number of counts of each slice. */
    public int[] sliceSizes = {};

    /** Index of the group of each count. */
    public int[] groups = {};

    public long[] counts = {};

    /** The groups that {@link #groups} refers to. */
    public Group[] groups(GroupPool pool) {
        Group[] pooled = new Group[firsts.length];
        for (int i = 0; i < pooled.length; i++) {
            pooled[i] = pool.get(firsts[i], seconds[i]);
        }
        return pooled;
    }
}
