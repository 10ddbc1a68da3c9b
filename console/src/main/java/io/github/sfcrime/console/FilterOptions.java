package io.github.sfcrime.console;

import io.github.sfcrime.console.rows.Envelope;
import io.github.sfcrime.console.rows.JsonLines;
import io.github.sfcrime.console.rows.ReadableValue;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.StartingPoint;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select records of a topic. */
final class FilterOptions {

    @Option(names = "--partition", paramLabel = "N", split = ",", description = "Only the records of these partitions.")
    private List<Integer> partitions = new ArrayList<>();

    @Option(
            names = "--until",
            paramLabel = "END",
            converter = StartingPointConverter.class,
            description = "Only records before END, in the notation of --from.")
    private @Nullable StartingPoint until;

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "Only records whose key is TEXT, or has a field that is.")
    private @Nullable String key;

    @Option(
            names = "--field",
            paramLabel = "NAME=VALUE",
            description =
                    "Only records with this value in that field, as it is printed; nothing after the = for a field"
                            + " that is empty. May be repeated: all conditions must hold.")
    private Map<String, String> fields = new LinkedHashMap<>();

    private final Set<String> known = new HashSet<>();
    private List<String> names = List.of();

    boolean isUntil() {
        return until != null;
    }

    /** Applies the options to a reader. */
    void apply(TopicReader reader) {
        if (!partitions.isEmpty()) {
            reader.keepPartitions(partitions);
        }
        if (until != null) {
            reader.endAt(until);
        }
        if (key != null || !fields.isEmpty()) {
            reader.keep(predicate());
        }
    }

    /** A hint that no record had a field of that name, or null. */
    @Nullable
    String complaint() {
        List<String> unknown =
                fields.keySet().stream().filter(name -> !known.contains(name)).toList();
        return names.isEmpty() || unknown.isEmpty()
                ? null
                : "no record has a field " + String.join(", ", unknown) + "; there are " + String.join(", ", names);
    }

    /** The conditions on keys and fields. */
    Predicate<TopicRecord> predicate() {
        return record -> hasKey(record.key()) && hasFields(record.value());
    }

    private boolean hasKey(Content content) {
        if (key == null) {
            return true;
        }
        Object readable = Envelope.readable(content);
        return readable instanceof Row row
                ? row.values().stream().anyMatch(value -> key.equals(text(value)))
                : key.equals(text(readable));
    }

    private boolean hasFields(Content content) {
        if (!(content instanceof Content.Decoded decoded)) {
            return fields.isEmpty();
        }
        names = names.isEmpty()
                ? decoded.record().getSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList()
                : names;
        return fields.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(value(decoded.record(), wanted.getKey())));
    }

    /** The text of a field, or null if there is no such field. */
    private @Nullable String value(IndexedRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        if (field == null) {
            return null;
        }
        known.add(name);
        return text(ReadableValue.of(record.get(field.pos())));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Row || value instanceof Map || value instanceof List
                ? JsonLines.json(value)
                : value.toString();
    }
}
