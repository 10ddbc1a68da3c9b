package io.github.sfcrime.job.time;

import io.github.sfcrime.job.guard.StateSettings;
import java.io.Serializable;
import java.time.Duration;

/**
 * Which windows an event time falls into, told through slices: stretches of time that no window border cuts, so that a
 * call is counted once per slice and a window is a run of slices. Slices and windows go by their exclusive ends, in
 * milliseconds of San Francisco wall-clock time; windows align to midnight, those of whole weeks to Monday.
 */
public sealed interface WindowShape extends Serializable permits HoppingWindows, CumulatingWindows {

    /** A year, so that no window reaches beyond what a number holds. */
    Duration LONGEST = Duration.ofDays(366);

    /** Slices of one window, so that closing it stays a matter of moments. */
    long MOST_SLICES = 10_000;

    /** End of a slice or of a window that there is not. */
    long NEVER = Long.MAX_VALUE;

    /**
     * The end of the time that a watermark says no more calls come of, exclusive as all ends are: what ends up to it is
     * closed.
     */
    static long complete(long watermark) {
        return watermark == Long.MAX_VALUE ? watermark : watermark + 1;
    }

    /** Where slices end. */
    Grid slices();

    /** End of the first window that holds the slice; the others follow every {@link #step}. */
    long firstWindowEnd(long sliceEnd);

    /** End of the last window that holds the slice. */
    long lastWindowEnd(long sliceEnd);

    /** Start of the window that ends at {@code windowEnd}. */
    long windowStart(long windowEnd);

    /** The longest that a window is, in milliseconds. */
    long longest();

    /** How far apart the ends of one window and the next are. */
    long step();

    /** End of the slice that {@code eventTime} falls into. */
    default long sliceEnd(long eventTime) {
        return slices().after(eventTime);
    }

    /** End of the first window that holds the slice and ends after {@code time}, or {@link #NEVER}. */
    default long windowEndAfter(long sliceEnd, long time) {
        long first = firstWindowEnd(sliceEnd);
        if (time < first) {
            return first;
        }
        return time < lastWindowEnd(sliceEnd) ? first + (time - first) / step() * step() + step() : NEVER;
    }

    /**
     * End of a slice that is in just those windows of a slice that end after {@code time}, of which there is one at least.
     * Windows of one length have no such slices: there it is the slice itself, which is in all of them.
     */
    default long sliceEndOfThoseAfter(long time, long sliceEnd) {
        return sliceEnd;
    }

    /** Whether there is the same window a week later, which has no time in common with this one. */
    boolean recursWeekly();

    /** The settings that say which windows these are. */
    StateSettings settings();

    /** Windows of one length, side by side. */
    static WindowShape tumbling(Duration size) {
        return hopping(size, size);
    }

    /** Windows of one length, one starting every {@code slide}. */
    static WindowShape hopping(Duration size, Duration slide) {
        requireAligned("window", size);
        requireAligned("slide", slide);
        require(slide.compareTo(size) <= 0, "slide must not be longer than the window " + size, slide);
        Grid starts = Grid.of(size, slide);
        Grid slices = starts.every(gcd(size.toMillis(), slide.toMillis()));
        require(
                size.toMillis() / slices.length() <= MOST_SLICES,
                "slide must not cut the window into more than " + MOST_SLICES + " slices",
                slide);
        return new HoppingWindows(slices, starts, size.toMillis());
    }

    /** Windows that start together every {@code maximum} and end one {@code step} after the other. */
    static WindowShape cumulating(Duration maximum, Duration step) {
        requireAligned("window", maximum);
        requireAligned("cumulate", step);
        require(
                maximum.toMillis() / step.toMillis() <= MOST_SLICES,
                "cumulate must not cut the window into more than " + MOST_SLICES + " slices",
                step);
        require(maximum.toMillis() % step.toMillis() == 0, "cumulate must divide the window " + maximum, step);
        return new CumulatingWindows(Grid.of(maximum, step), maximum.toMillis());
    }

    private static void requireAligned(String name, Duration length) {
        require(length.compareTo(LONGEST) <= 0, name + " must be " + LONGEST.toDays() + " days at most", length);
        long day = Duration.ofDays(1).toMillis();
        long millis = length.toMillis();
        require(
                millis > 0 && length.equals(Duration.ofMillis(millis)) && (day % millis == 0 || millis % day == 0),
                name + " must divide a day or be whole days",
                length);
    }

    private static void require(boolean holds, String rule, Duration value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
