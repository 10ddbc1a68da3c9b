package io.github.sfcrime.job.unusual;

import org.jspecify.annotations.Nullable;

/** A count that is high for its window of the week; whether it is unusual is a matter of how many are judged with it. */
public class Suspect {

    /** Inclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowEnd;

    public String type = "";
    public @Nullable String district;
    public long count;

    /** The count that was expected. */
    public double expected;

    /** In one such window of forty the count is below this. */
    public long lower;

    /** In one such window of forty the count is above this. */
    public long upper;

    /** Probability of such a count or a higher one. */
    public double probability;
}
