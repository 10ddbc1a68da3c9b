package io.github.sfcrime.console;

import io.github.sfcrime.console.topic.RecordDecoder;
import io.github.sfcrime.console.topic.TopicRecord;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Records that the tests share. */
public final class Samples {

    public static final LocalDateTime NINE = LocalDateTime.of(2018, 10, 2, 9, 0);
    public static final WireFormat<CallCount> COUNTS = new WireFormat<>(CallCount.SCHEMA$);

    private Samples() {}

    public static CallCount handled(String type, long count) {
        return count(NINE, type, "HAN", "Handled", count);
    }

    public static CallCount count(
            LocalDateTime start, String type, @Nullable String disposition, @Nullable String description, long count) {
        return new CallCount(start, start.plusHours(1), type, disposition, description, count);
    }

    public static CallForService call() {
        return new CallForService(
                182750001L,
                "Passing Call",
                LocalDate.of(2018, 10, 2),
                LocalDate.of(2018, 10, 2),
                null,
                LocalTime.of(9, 11),
                LocalDateTime.of(2018, 10, 2, 9, 11),
                "HAN",
                "Caf\u00e9 \"Zo\u00eb\", 0 Block Of Market St",
                "",
                "CA",
                1L,
                "Intersection",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static TopicRecord record(byte @Nullable [] value, Headers headers) {
        RecordDecoder decoder = new RecordDecoder(null);
        try {
            return new TopicRecord(
                    "crime_data",
                    1,
                    17,
                    Instant.parse("2026-11-22T10:00:00.123Z"),
                    decoder.decode(bytes("182750001")),
                    decoder.decode(value),
                    headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Headers setAside(String reason) {
        return new RecordHeaders().add("reason", bytes(reason)).add("source-offset", bytes("4"));
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
