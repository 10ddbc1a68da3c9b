package io.github.sfcrime.job.calls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/** Turns instants into San Francisco wall-clock time; remembers the offset of the hour, for one thread. */
public final class SanFranciscoClock {

    private static final ZoneRules RULES = ZoneId.of("America/Los_Angeles").getRules();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** Of the hour that {@link #offset} is of. */
    private long start;

    private long end;
    private long offset;

    /**
     * What the clocks show.
     *
     * @param epochMillis milliseconds since the epoch
     * @return milliseconds of wall-clock time, as if it were UTC
     */
    public long wallClock(long epochMillis) {
        if (epochMillis < start || epochMillis >= end) {
            start = epochMillis - Math.floorMod(epochMillis, HOUR);
            end = start + HOUR;
            offset = RULES.getOffset(Instant.ofEpochMilli(epochMillis)).getTotalSeconds() * 1000L;
        }
        return epochMillis + offset;
    }

    /** Wall-clock time for people, of milliseconds as if it were UTC. */
    public static LocalDateTime text(long wallClock) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(wallClock), ZoneOffset.UTC);
    }
}
