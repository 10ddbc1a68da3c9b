package io.github.sfcrime.job.time;

import io.github.sfcrime.job.guard.StateSettings;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which windows an event time falls into, told through slices: stretches of time that no window border cuts, so that a
 * call is counted once per slice and a window is a run of slices. Slices and windows go by their exclusive ends, in
 * milliseconds of San Francisco wall-clock time; windows align to midnight, those of whole weeks to Monday.
 */
public sealed interface WindowShape extends Serializable {

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
        return new Hopping(slices, starts, size.toMillis());
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
        return new Cumulating(Grid.of(maximum, step), maximum.toMillis());
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

    /** Marks {@code length} milliseconds apart, of which {@code offset} is one. */
    record Grid(long length, long offset) implements Serializable {

        private static final long WEEK = Duration.ofDays(7).toMillis();
        private static final long FIRST_MONDAY = Duration.ofDays(4).toMillis();

        /** Marks every {@code length}, aligned as windows of {@code size} are. */
        static Grid of(Duration size, Duration length) {
            return new Grid(length.toMillis(), size.toMillis() % WEEK == 0 ? FIRST_MONDAY : 0);
        }

        Grid every(long otherLength) {
            return new Grid(otherLength, offset);
        }

        /** The last mark at or before {@code time}. */
        long floor(long time) {
            return time - Math.floorMod(time - offset, length);
        }

        /** The first mark after {@code time}. */
        long after(long time) {
            return floor(time) + length;
        }

        /** The number of a mark: those of neighbours follow each other. */
        public long numberOf(long mark) {
            return Math.floorDiv(mark - offset, length);
        }

        /** The mark of that number. */
        public long mark(long number) {
            return number * length + offset;
        }
    }

    /** Windows of one length that start at {@code starts}: tumbling where those are the length apart. */
    record Hopping(Grid slices, Grid starts, long size) implements WindowShape {

        @Override
        public long firstWindowEnd(long sliceEnd) {
            return starts.after(sliceEnd - 1 - size) + size;
        }

        @Override
        public long lastWindowEnd(long sliceEnd) {
            return starts.floor(sliceEnd - slices.length()) + size;
        }

        @Override
        public long windowStart(long windowEnd) {
            return windowEnd - size;
        }

        @Override
        public long longest() {
            return size;
        }

        @Override
        public long step() {
            return starts.length();
        }

        @Override
        public StateSettings settings() {
            return windowSettings(size, size == step() ? null : Duration.ofMillis(step()), null);
        }
    }

    /** Windows that share their start and grow by a slice at a time. */
    record Cumulating(Grid slices, long maximum) implements WindowShape {

        @Override
        public long firstWindowEnd(long sliceEnd) {
            return sliceEnd;
        }

        @Override
        public long lastWindowEnd(long sliceEnd) {
            return windowStart(sliceEnd) + maximum;
        }

        @Override
        public long sliceEndOfThoseAfter(long time, long sliceEnd) {
            return windowEndAfter(sliceEnd, time);
        }

        @Override
        public long windowStart(long windowEnd) {
            return slices.every(maximum).floor(windowEnd - 1);
        }

        @Override
        public long longest() {
            return maximum;
        }

        @Override
        public long step() {
            return slices.length();
        }

        @Override
        public StateSettings settings() {
            return windowSettings(maximum, null, Duration.ofMillis(step()));
        }
    }

    private static StateSettings windowSettings(long size, @Nullable Duration slide, @Nullable Duration cumulate) {
        return StateSettings.none()
                .with("--window", Duration.ofMillis(size))
                .with("--slide", slide)
                .with("--cumulate", cumulate);
    }
}
