package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.time.Grid;

/** Weeks of windows: a window belongs to the week in which it ends, which begins and ends on Monday at midnight. */
final class Weeks {

    static final long MILLIS = Grid.MONDAYS.length();

    private Weeks() {}

    /** Number of the week of a window that ends then. */
    static long of(long windowEnd) {
        return Grid.MONDAYS.numberOf(windowEnd - 1);
    }

    /** The Monday on which a week begins. */
    static long start(long week) {
        return Grid.MONDAYS.mark(week);
    }

    /** How far into its week a window ends, above 0: the same for the windows of other weeks that it is compared with. */
    static long placeOf(long windowEnd) {
        return windowEnd - start(of(windowEnd));
    }
}
