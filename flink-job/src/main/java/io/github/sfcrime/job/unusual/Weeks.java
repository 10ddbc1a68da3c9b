package io.github.sfcrime.job.unusual;

import java.time.Duration;

/** Weeks of windows: a window belongs to the week in which it ends, which begins and ends on Monday at midnight. */
final class Weeks {

    static final long MILLIS = Duration.ofDays(7).toMillis();

    private static final long FIRST_MONDAY = Duration.ofDays(4).toMillis();

    private Weeks() {}

    /** Number of the week of a window that ends then. */
    static long of(long windowEnd) {
        return Math.floorDiv(windowEnd - 1 - FIRST_MONDAY, MILLIS);
    }

    /** The Monday on which a week begins. */
    static long start(long week) {
        return week * MILLIS + FIRST_MONDAY;
    }

    /** How far into its week a window ends, above 0: the same for the windows of other weeks that it is compared with. */
    static long placeOf(long windowEnd) {
        return windowEnd - start(of(windowEnd));
    }
}
