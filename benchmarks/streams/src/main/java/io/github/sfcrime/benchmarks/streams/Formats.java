package io.github.sfcrime.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.WireFormat;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;

/** How groups and calls travel between threads, and how rows are written. */
final class Formats {

    private static final char BORDER = '\0';
    private static final byte[] ONE = {1};
    private static final Call COUNTED_CALL = new Call(0, new Group("", ""));

    /** A group as its two strings. */
    static final Serde<Group> GROUP = Serdes.serdeFrom(
            (topic, group) -> (group.type() + BORDER + group.disposition()).getBytes(UTF_8), (topic, bytes) -> {
                String text = new String(bytes, UTF_8);
                int border = text.indexOf(BORDER);
                return new Group(text.substring(0, border), text.substring(border + 1));
            });

    /** A call that is only counted any more: its group is the key, its time the record's. */
    static final Serde<Call> COUNTED = Serdes.serdeFrom((topic, call) -> ONE, (topic, bytes) -> COUNTED_CALL);

    private final WireFormat<CallCountKey> keys = new WireFormat<>(CallCountKey.getClassSchema());
    private final WireFormat<CallCount> values = new WireFormat<>(CallCount.getClassSchema());
    private final Map<String, String> descriptions;

    Formats(Map<String, String> descriptions) {
        this.descriptions = descriptions;
    }

    /** A row in the job's format, joined with its radio code. */
    KeyValue<byte[], byte[]> row(Windowed<Group> window, Long count) {
        Group group = window.key();
        LocalDateTime start = wallClock(window.window().start());
        LocalDateTime end = wallClock(window.window().end());
        String disposition = group.disposition().isEmpty() ? null : group.disposition();
        String description = descriptions.get(group.disposition());
        return KeyValue.pair(
                keys.encode(new CallCountKey(start, end, group.type(), group.disposition())),
                values.encode(new CallCount(start, end, group.type(), disposition, description, count)));
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
    }
}
