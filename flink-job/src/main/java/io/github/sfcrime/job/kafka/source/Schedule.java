package io.github.sfcrime.job.kafka.source;

import java.util.concurrent.TimeUnit;

/**
 * When records may pass, so that they do at a rate at most. Time between them counts, so that the rate is reached; of what
 * was not used while there were none, a tenth of a second's records may be made up for.
 */
final class Schedule {

    private static final long CREDIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final double nanosPerRecord;
    /** Up to when the rate has been used. */
    private long due;

    Schedule(double recordsPerSecond, long now) {
        nanosPerRecord = TimeUnit.SECONDS.toNanos(1) / recordsPerSecond;
        due = now;
    }

    /** When so many records that have come {@code now} may pass. */
    long passAt(long now, int records) {
        long earliest = now - CREDIT_NANOS;
        due = (due - earliest < 0 ? earliest : due) + Math.round(records * nanosPerRecord);
        return due;
    }
}
