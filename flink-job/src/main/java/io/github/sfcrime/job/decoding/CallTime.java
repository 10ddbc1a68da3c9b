package io.github.sfcrime.job.decoding;

import io.github.sfcrime.job.calls.SanFranciscoClock;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * What the number of a {@code call_date_time} says, by its logical type. Instants become what the clocks in San Francisco
 * show then. What is finer than a millisecond is cut off: no window begins inside one.
 */
enum CallTime {
    LOCAL_TIMESTAMP_MILLIS("local-timestamp-millis", 1, false),
    LOCAL_TIMESTAMP_MICROS("local-timestamp-micros", 1_000, false),
    LOCAL_TIMESTAMP_NANOS("local-timestamp-nanos", 1_000_000, false),
    TIMESTAMP_MILLIS("timestamp-millis", 1, true),
    TIMESTAMP_MICROS("timestamp-micros", 1_000, true),
    TIMESTAMP_NANOS("timestamp-nanos", 1_000_000, true);

    private final String logicalType;
    private final long perMilli;
    private final boolean instant;

    CallTime(String logicalType, long perMilli, boolean instant) {
        this.logicalType = logicalType;
        this.perMilli = perMilli;
        this.instant = instant;
    }

    /**
     * What the long of a field with that schema says.
     *
     * @throws IllegalArgumentException if its logical type is none of these: it could be anything
     */
    static CallTime of(String field, Schema schema) {
        String logicalType = schema.getProp("logicalType");
        return Arrays.stream(values())
                .filter(time -> time.logicalType.equals(logicalType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + " must be a long with one of the logical"
                        + " types "
                        + Arrays.stream(values()).map(time -> time.logicalType).collect(Collectors.joining(", "))
                        + ": " + schema));
    }

    /** San Francisco wall-clock time in milliseconds, as if it were UTC. */
    long wallClock(long number, SanFranciscoClock clock) {
        long millis = Math.floorDiv(number, perMilli);
        return instant ? clock.wallClock(millis) : millis;
    }
}
