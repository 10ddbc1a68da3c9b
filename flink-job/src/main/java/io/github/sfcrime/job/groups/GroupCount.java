package io.github.sfcrime.job.groups;

import org.jspecify.annotations.Nullable;

/**
 * How many calls of one {@link Group} a window has, or all time where there are no windows. The operator reuses one
 * instance: whoever keeps it copies it.
 */
public class GroupCount {

    /** Inclusive, in milliseconds of San Francisco wall-clock time; 0 where there are no windows. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time; 0 where there are no windows. */
    public long windowEnd;

    public String first = "";
    public @Nullable String second;
    public long count;

    /** Place among the groups of the window, from 1; 0 where they are not ranked. */
    public int rank;
}
