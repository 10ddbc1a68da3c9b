package io.github.sfcrime.job.results;

import org.jspecify.annotations.Nullable;

/**
 * A row of any query on its way to the sinks; what the query's row schema does not name is empty. The operator reuses one
 * instance: whoever keeps it copies it.
 */
public class ResultRow {

    /** Inclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowEnd;

    /** Place among the rows of the window, from 1. */
    public int rank;

    public @Nullable String originalCrimeTypeName;
    public @Nullable String disposition;

    /** What the disposition means; null where the radio codes do not say. */
    public @Nullable String description;

    /** Field of the calls that names the place. */
    public @Nullable String placeKind;

    public @Nullable String place;

    public long count;
}
