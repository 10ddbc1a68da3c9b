package io.github.sfcrime.console.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Which values fields of a record must have, as they are printed; a field that a record does not have is told once. */
public final class FieldConditions {

    private final Map<String, String> wanted;
    private final Consumer<String> remarks;
    private final List<String> unknown = new ArrayList<>();
    private @Nullable Schema latest;

    /**
     * @param wanted values by the names of fields; empty text for a field that is empty
     * @param remarks is told which fields a record does not have, and which it has
     */
    public FieldConditions(Map<String, String> wanted, Consumer<String> remarks) {
        this.wanted = wanted;
        this.remarks = remarks;
    }

    /** Whether all of them hold. */
    public boolean hold(IndexedRecord record) {
        tellUnknown(record.getSchema());
        return wanted.entrySet().stream().allMatch(field -> field.getValue().equals(value(record, field.getKey())));
    }

    private void tellUnknown(Schema schema) {
        if (schema.equals(latest)) {
            return;
        }
        latest = schema;
        List<String> names = schema.getFields().stream().map(Schema.Field::name).toList();
        List<String> others = wanted.keySet().stream()
                .filter(name -> !names.contains(name) && !unknown.contains(name))
                .toList();
        if (!others.isEmpty()) {
            unknown.addAll(others);
            remarks.accept("a record of " + schema.getName() + " has no field " + String.join(", ", others)
                    + "; there are " + String.join(", ", names));
        }
    }

    /** The text of a field, or null if there is no such field. */
    private static @Nullable String value(IndexedRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        return field == null ? null : text(ReadableValue.of(record.get(field.pos())));
    }

    /** A readable value as it is printed, rows, maps and lists as JSON. */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Row || value instanceof Map || value instanceof List
                ? JsonLines.json(value)
                : value.toString();
    }
}
