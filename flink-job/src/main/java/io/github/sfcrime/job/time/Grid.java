package io.github.sfcrime.job.time;

import java.io.Serializable;
import java.time.Duration;

/** Marks {@code length} milliseconds apart, of which {@code offset} is one. */
public record Grid(long length, long offset) implements Serializable {

    static final long WEEK = Duration.ofDays(7).toMillis();
    private static final long FIRST_MONDAY = Duration.ofDays(4).toMillis();

    /** Every Monday at midnight. */
    public static final Grid MONDAYS = new Grid(WEEK, FIRST_MONDAY);

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
