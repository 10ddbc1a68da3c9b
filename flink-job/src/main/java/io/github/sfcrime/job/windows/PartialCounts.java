package io.github.sfcrime.job.windows;

import org.jspecify.annotations.Nullable;

/**
 * Counts of one bucket since the last flush, as they cross the shuffle. Each group's texts are there once; the counts
 * follow slice by slice and refer to them.
 */
public class PartialCounts {

    /** Key of the bucket, see {@link Buckets}. */
    public int bucket;

    /** Type of each group. */
    public String[] types = {};

    /** Disposition of each group. */
    public @Nullable String[] dispositions = {};

    /** End of each slice, see {@link WindowShape}. */
    public long[] sliceEnds = {};

    /** Number of counts of each slice. */
    public int[] sliceSizes = {};

    /** Index of the group of each count. */
    public int[] groups = {};

    public long[] counts = {};
}
