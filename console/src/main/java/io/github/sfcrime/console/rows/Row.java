package io.github.sfcrime.console.rows;

import io.github.sfcrime.console.topic.Content;
import io.github.sfcrime.console.topic.TopicRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A readable record: names and values in the order of its schema.
 *
 * @param values null, text, numbers, booleans, or lists, maps and rows of these; dates and times as ISO 8601 text
 */
public record Row(List<String> names, List<@Nullable Object> values) {

    /** Checks that there is one value for each name. */
    public Row {
        if (names.size() != values.size()) {
            throw new IllegalArgumentException("names and values must pair up: " + names + ", " + values);
        }
    }

    /** The fields of an Avro record, of a generated class or generic. */
    public static Row of(IndexedRecord record) {
        List<Schema.Field> fields = record.getSchema().getFields();
        List<String> names = new ArrayList<>(fields.size());
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        for (Schema.Field field : fields) {
            names.add(field.name());
            values.add(ReadableValue.of(record.get(field.pos())));
        }
        return new Row(names, Collections.unmodifiableList(values));
    }

    /** The fields of a record's value; with origin and headers if it is late, a dead letter, or not of our schemas. */
    public static Row of(TopicRecord record) {
        return Envelope.isSetAside(record) ? Envelope.of(record) : withoutHeaders(record);
    }

    /** A record's value with its partition, offset, append time, key and headers. */
    public static Row withHeaders(TopicRecord record) {
        return Envelope.of(record);
    }

    /** The fields of a record's value; in other formats its origin and headers instead. */
    public static Row withoutHeaders(TopicRecord record) {
        return record.value() instanceof Content.Decoded value ? of(value.record()) : Envelope.of(record);
    }

    /** The value of that name, or null if there is none. */
    @Nullable
    public Object value(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }
}
