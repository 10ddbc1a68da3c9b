package io.github.sfcrime.job.alerts;

/**
 * An episode in which there are more calls of a type in a district than at that time of other weeks, and what its most
 * improbable window so far is compared with. Times are in milliseconds of San Francisco wall-clock time.
 */
public class Alert {

    /** Start of the first unusual window, inclusive. */
    public long episodeStart;

    /** End of the last unusual window so far, exclusive. */
    public long episodeEnd;

    /** Whether it is over, so that no further row of it follows. */
    public boolean ended;

    /** Number of unusual windows so far. */
    public long windows;

    /** Number of calls that was expected in the most improbable window. */
    public double expected;

    /** In one such window of forty the number is below this. */
    public long lower;

    /** In one such window of forty the number is above this. */
    public long upper;

    /** Probability of so many calls or more in that window, if nothing were unusual. */
    public double probability;
}
