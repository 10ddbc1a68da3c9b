package io.github.sfcrime.job.windows;

import org.jspecify.annotations.Nullable;

/**
 * Counts of one bucket since the last flush, as they cross the shuffle: element i of each array is one group in one
 * slice; groups of a slice follow one another.
 */
public class PartialCounts {

    /** Key of the bucket, see {@link Buckets}. */
    public int bucket;

    public long[] sliceEnds = {};
    public String[] types = {};
    public @Nullable String[] dispositions = {};
    public long[] counts = {};

    public PartialCounts() {}

    PartialCounts(int bucket, long[] sliceEnds, String[] types, @Nullable String[] dispositions, long[] counts) {
        this.bucket = bucket;
        this.sliceEnds = sliceEnds;
        this.types = types;
        this.dispositions = dispositions;
        this.counts = counts;
    }
}
