package io.github.sfcrime.benchmarks.workload;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What calls are counted by.
 *
 * @param windowEnd end of the window, San Francisco wall-clock time in seconds as if it were UTC; 0 in totals
 * @param type type of the calls
 * @param disposition how they ended, the empty string where they have none
 */
public record Group(long windowEnd, String type, String disposition) {

    /** In place of a window's end, where there are no windows. */
    public static final long NO_WINDOW = 0;

    @Override
    public String toString() {
        return LocalDateTime.ofEpochSecond(windowEnd, 0, ZoneOffset.UTC) + " " + type + ", " + disposition;
    }
}
