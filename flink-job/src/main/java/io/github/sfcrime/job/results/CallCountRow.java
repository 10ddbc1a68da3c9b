package io.github.sfcrime.job.results;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code crime_counts} on its way to the sinks. The operator reuses one instance: whoever keeps it copies it.
 */
public class CallCountRow {

    /** Inclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowEnd;

    public String originalCrimeTypeName = "";
    public @Nullable String disposition;

    /** What the disposition means; null where the radio codes do not say. */
    public @Nullable String description;

    public long count;
}
