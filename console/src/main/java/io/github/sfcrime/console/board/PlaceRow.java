package io.github.sfcrime.console.board;

import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The number of calls from one place in one window.
 *
 * @param start of the window, San Francisco wall-clock time
 */
record PlaceRow(LocalDateTime start, LocalDateTime end, Key key, long count) {

    /** A place of a kind, by which a later row of a window replaces this one. */
    record Key(String kind, String place) {}

    /** The row of a record of the topic, if it is one. */
    static Optional<PlaceRow> of(TopicRecord record) {
        if (!(record.value() instanceof Content.Decoded decoded)) {
            return Optional.empty();
        }
        Row row = Row.of(decoded.record());
        if (row.value("window_start") instanceof String start
                && row.value("window_end") instanceof String end
                && row.value("place_kind") instanceof String kind
                && row.value("place") instanceof String place
                && row.value("count") instanceof Long count) {
            try {
                // The same few texts in very many rows.
                Key key = new Key(kind.intern(), place.intern());
                return Optional.of(new PlaceRow(LocalDateTime.parse(start), LocalDateTime.parse(end), key, count));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
