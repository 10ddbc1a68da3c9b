package io.github.sfcrime.job.legs;

import org.jspecify.annotations.Nullable;

/** What a result row says of the times of a leg; all times in seconds. */
public class LegTimes {

    /** Calls of the priority and district, whether they came to the stage or not. */
    public long calls;

    /** Of the calls that came to the stage, half took as long or less; null where there are none. */
    public @Nullable Long median;

    /** 90 of 100 took as long or less. */
    public @Nullable Long p90;

    /** 99 of 100 took as long or less. */
    public @Nullable Long p99;

    /** The goal of the priority; null where it has none, and for legs that goals are not about. */
    public @Nullable Long goal;

    /** The share that took no longer than the goal; null where there is no goal or no call. */
    public @Nullable Double withinGoal;
}
