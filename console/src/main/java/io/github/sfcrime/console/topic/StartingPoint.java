package io.github.sfcrime.console.topic;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Where reading begins in each partition of a topic. */
public sealed interface StartingPoint {

    /** At the oldest record. */
    record Earliest() implements StartingPoint {}

    /** After the newest record. */
    record Latest() implements StartingPoint {}

    /** At the first record that the broker appended at that time or later. */
    record Time(Instant time) implements StartingPoint {}

    /** At that offset in every partition, or at the next one that exists. */
    record Offset(long offset) implements StartingPoint {}

    /**
     * Reads {@code earliest}, {@code latest}, an offset, or an ISO 8601 time; one without a zone is in {@code zone}.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static StartingPoint parse(String text, ZoneId zone) {
        if (text.equals("earliest")) {
            return new Earliest();
        } else if (text.equals("latest")) {
            return new Latest();
        }
        try {
            return text.matches("\\d+") ? new Offset(Long.parseLong(text)) : new Time(time(text, zone));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "expected earliest, latest, an offset, or a time such as 2018-10-02T09:00:00 or 2018-10-02T16:00:00Z: "
                            + text,
                    e);
        }
    }

    private static Instant time(String text, ZoneId zone) {
        return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
