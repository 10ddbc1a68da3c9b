package io.github.sfcrime.console.rows;

import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.nio.ByteBuffer;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record's row with its partition, offset, append time, key and headers. */
public final class Envelope {

    /** The header in which the job says why a record is late or a dead letter. */
    private static final String REASON = "reason";

    private static final List<String> ORIGIN = List.of("partition", "offset", "timestamp", "key", "headers");

    private Envelope() {}

    static boolean isSetAside(TopicRecord record) {
        return record.headers().lastHeader(REASON) != null;
    }

    static Row of(TopicRecord record) {
        if (record.value() instanceof Content.Decoded value) {
            return row(record, List.of("value"), Row.of(value.record()));
        } else if (record.value() instanceof Content.Undecodable value) {
            return row(
                    record,
                    List.of("problem", "text", "base64"),
                    value.problem(),
                    ReadableValue.text(value.bytes()),
                    ReadableValue.base64(value.bytes()));
        }
        return row(record, List.of("value"), (Object) null);
    }

    private static Row row(TopicRecord record, List<String> names, @Nullable Object... values) {
        return new Row(
                concat(ORIGIN, names),
                concat(
                        Arrays.asList(
                                record.partition(),
                                record.offset(),
                                DateTimeFormatter.ISO_INSTANT.format(record.timestamp()),
                                readable(record.key()),
                                readable(record.headers())),
                        Arrays.asList(values)));
    }

    private static <T extends @Nullable Object> List<T> concat(List<T> first, List<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** The text of a key. */
    public static @Nullable Object readable(Content content) {
        if (content instanceof Content.Decoded decoded) {
            return Row.of(decoded.record());
        }
        return content instanceof Content.Undecodable other ? textOrBase64(other.bytes()) : null;
    }

    private static Map<String, @Nullable Object> readable(Headers headers) {
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        for (Header header : headers) {
            byte[] value = header.value();
            readable.put(header.key(), value == null ? null : textOrBase64(ByteBuffer.wrap(value)));
        }
        return readable;
    }

    private static String textOrBase64(ByteBuffer bytes) {
        return Objects.requireNonNullElseGet(ReadableValue.text(bytes), () -> ReadableValue.base64(bytes));
    }
}
