package io.github.sfcrime.job.windows;

import org.jspecify.annotations.Nullable;

/** How many calls of one group a window has. The operator reuses one instance: whoever keeps it copies it. */
public class WindowedCount {

    /** Inclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowEnd;

    public String originalCrimeTypeName = "";
    public @Nullable String disposition;
    public long count;
}
