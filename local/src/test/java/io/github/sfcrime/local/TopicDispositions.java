package io.github.sfcrime.local;

import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rows of the topic of counts say, as the board should show it: one line per window, type and disposition. */
final class TopicDispositions {

    private TopicDispositions() {}

    /** All of them, in the order of their text. */
    static List<String> of(String bootstrapServers) throws IOException {
        Map<List<Object>, Row> latest = new HashMap<>();
        try (TopicReader reader =
                TopicReader.open(Map.of("bootstrap.servers", bootstrapServers), Topic.CRIME_COUNTS.name(), null)) {
            reader.readToEnd(record -> {
                Row row = Row.of(record);
                latest.put(
                        Arrays.asList(
                                value(row, "window_start"),
                                value(row, "original_crime_type_name"),
                                value(row, "disposition")),
                        row);
            });
        }
        Map<String, Long> counts = new TreeMap<>();
        for (Row row : latest.values()) {
            Object disposition = Objects.requireNonNullElseGet(
                    value(row, "description"),
                    () -> Objects.requireNonNullElse(value(row, "disposition"), "none given"));
            String window = String.valueOf(value(row, "window_start")).substring(0, 16);
            counts.merge(
                    window + " | " + value(row, "original_crime_type_name") + " | " + disposition,
                    ((Number) Objects.requireNonNull(value(row, "count"))).longValue(),
                    Long::sum);
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((group, count) -> lines.add(group + " " + count));
        lines.sort(null);
        return lines;
    }

    private static @Nullable Object value(Row row, String name) {
        return row.values().get(row.names().indexOf(name));
    }
}
