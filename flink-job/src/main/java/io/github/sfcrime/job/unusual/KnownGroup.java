package io.github.sfcrime.job.unusual;

import java.util.Arrays;

/**
 * A group that has had calls lately. It is judged in a week, from Monday on, when its first window with calls is at least
 * eight weeks ago then, and it had calls in eight windows of the eight weeks before, one a week. Both is known before the
 * week begins: what is judged does not depend on the counts that are judged, or the rate of false alarms would not be what
 * is promised (Bourgon, Gentleman and Huber, Independent filtering increases detection power, PNAS 107, 2010).
 */
final class KnownGroup {

    /** After how many weeks with a group it is judged, and how many weeks without it it is forgotten. */
    static final int WARM_UP = 8;

    /** In how many windows of the last weeks a group must have had calls to be judged. */
    private static final int FREQUENT = 8;

    /** Never given to another group of the bucket. */
    final long number;

    final long firstWindowEnd;
    boolean judged;
    /** Windows with calls in each of the last weeks, the current one last. */
    private final int[] windows;

    KnownGroup(long number, long firstWindowEnd) {
        this(number, firstWindowEnd, false, new int[WARM_UP + 1]);
    }

    KnownGroup(long number, long firstWindowEnd, boolean judged, int[] windows) {
        this.number = number;
        this.firstWindowEnd = firstWindowEnd;
        this.judged = judged;
        this.windows = windows;
    }

    int[] windows() {
        return windows;
    }

    /** Notes a window with calls, so many weeks ago. */
    void note(long weeksAgo) {
        if (weeksAgo >= 0 && weeksAgo <= WARM_UP) {
            windows[WARM_UP - (int) weeksAgo]++;
        }
    }

    /** Goes on to the week that begins on that Monday; returns whether the group is still known. */
    boolean begin(long monday) {
        System.arraycopy(windows, 1, windows, 0, WARM_UP);
        windows[WARM_UP] = 0;
        int sum = Arrays.stream(windows).sum();
        judged = sum >= FREQUENT && firstWindowEnd <= monday - WARM_UP * Weeks.MILLIS;
        return sum > 0;
    }

    /** How many earlier weeks there are of a window since the group's first. */
    long weeksBefore(long windowEnd) {
        return (windowEnd - firstWindowEnd) / Weeks.MILLIS;
    }

    KnownGroup copy() {
        return new KnownGroup(number, firstWindowEnd, judged, windows.clone());
    }
}
