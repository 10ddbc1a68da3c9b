package io.github.sfcrime.console.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number of calls of one type and disposition in one window.
 *
 * @param start of the window, San Francisco wall-clock time
 * @param disposition the radio code, null where the calls had none
 * @param description of the disposition, null where it is not known
 */
record CountRow(
        @JsonIgnore LocalDateTime start,
        @JsonIgnore LocalDateTime end,
        String type,
        @Nullable String disposition,
        @Nullable String description,
        long count) {

    /** The key by which a later row replaces this one. */
    record Key(String type, @Nullable String disposition) {}

    Key key() {
        return new Key(type, disposition);
    }

    /** The row of a record of the topic, if it is one. */
    static Optional<CountRow> of(TopicRecord record) {
        if (!(record.value() instanceof Content.Decoded decoded)) {
            return Optional.empty();
        }
        Map<String, Object> fields = fields(Row.of(decoded.record()));
        if (fields.get("window_start") instanceof String start
                && fields.get("window_end") instanceof String end
                && fields.get("original_crime_type_name") instanceof String type
                && fields.get("count") instanceof Number count
                && fields.containsKey("disposition")) {
            return parse(start, end, type, count.longValue(), fields);
        }
        return Optional.empty();
    }

    private static Optional<CountRow> parse(
            String start, String end, String type, long count, Map<String, Object> fields) {
        try {
            return Optional.of(new CountRow(
                    LocalDateTime.parse(start),
                    LocalDateTime.parse(end),
                    type.intern(),
                    text(fields.get("disposition")),
                    text(fields.get("description")),
                    count));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> fields(Row row) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < row.names().size(); i++) {
            fields.put(row.names().get(i), row.values().get(i));
        }
        return fields;
    }

    private static @Nullable String text(@Nullable Object value) {
        // The same few texts in very many rows.
        return value == null ? null : value.toString().intern();
    }
}
