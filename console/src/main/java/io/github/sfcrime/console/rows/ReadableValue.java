package io.github.sfcrime.console.rows;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Converts Avro's values to the values of a {@link Row}. */
public final class ReadableValue {

    private ReadableValue() {}

    public static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        } else if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        } else if (value instanceof LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        } else if (value instanceof IndexedRecord record) {
            return Row.of(record);
        } else if (value instanceof Collection<?> elements) {
            return Collections.unmodifiableList(
                    elements.stream().map(ReadableValue::of).toList());
        } else if (value instanceof Map<?, ?> entries) {
            return ofEntries(entries);
        } else if (value instanceof ByteBuffer bytes) {
            return base64(bytes);
        } else if (value instanceof GenericFixed fixed) {
            return base64(ByteBuffer.wrap(fixed.bytes()));
        }
        return value.toString();
    }

    static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }

    /** The bytes as text, or null if they are not UTF-8 or contain control characters other than white space. */
    static @Nullable String text(ByteBuffer bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString();
            return text.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c)) ? null : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static Map<String, @Nullable Object> ofEntries(Map<?, ?> entries) {
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        entries.forEach((key, value) -> readable.put(key.toString(), of(value)));
        return readable;
    }
}
