package io.github.sfcrime.job.groups;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.legs.LegTimes;
import org.jspecify.annotations.Nullable;

/**
 * The number of calls of a {@link Group} in a window, or since the beginning for queries without windows. The operator
 * reuses one instance: copy it to keep it.
 */
public class GroupCount {

    /** Inclusive, in milliseconds of San Francisco wall-clock time; 0 where there are no windows. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time; 0 where there are no windows. */
    public long windowEnd;

    public String first = "";
    public @Nullable String second;
    public long count;

    /** Rank among the groups of the window, from 1; 0 where they are not ranked. */
    public int rank;

    /** What was counted of the times of a leg; null in queries that are not about that. */
    public @Nullable LegTimes times;

    /** Whether counts of the window had been emitted before. */
    public boolean again;

    /** When the oldest of the calls came in; null where there is none, and in queries that are not about that. */
    public @Nullable Long oldest;

    /** The episode that the window is of; null in queries that are not about that. */
    public @Nullable Alert alert;
}
