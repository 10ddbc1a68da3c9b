package io.github.sfcrime.job.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** Turns instants into San Francisco wall-clock time; remembers the offset of the hour, for one thread. */
public final class SanFranciscoClock {

    private static final ZoneRules RULES = ZoneId.of("America/Los_Angeles").getRules();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private long hour = Long.MIN_VALUE;
    private long offset;

    /**
     * What the clocks show.
     *
     * @param epochMillis milliseconds since the epoch
     * @return milliseconds of wall-clock time, as if it were UTC
     */
    public long wallClock(long epochMillis) {
        long hourOfInstant = Math.floorDiv(epochMillis, HOUR);
        if (hourOfInstant != hour) {
            hour = hourOfInstant;
            offset = RULES.getOffset(Instant.ofEpochMilli(epochMillis)).getTotalSeconds() * 1000L;
        }
        return epochMillis + offset;
    }
}
