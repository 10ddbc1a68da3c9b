package io.github.sfcrime.local.chaos.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** When committed rows came to a reader, and for how long none came. */
final class Silence {

    private final List<Long> arrivals = new ArrayList<>();

    /** Rows have come, at that time in nanoseconds. */
    synchronized void rowsAt(long nanos) {
        arrivals.add(nanos);
    }

    /**
     * How long after {@code since} rows came again: the end of the longest silence that lasted to after it. Zero where no
     * row has come since.
     */
    synchronized Duration endAfter(long since) {
        long longest = -1;
        long end = since;
        long before = since;
        for (long arrival : arrivals) {
            if (arrival > since) {
                if (arrival - before > longest) {
                    longest = arrival - before;
                    end = arrival;
                }
                before = arrival;
            }
        }
        return Duration.ofNanos(end - since);
    }
}
