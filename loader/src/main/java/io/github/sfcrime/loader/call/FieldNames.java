package io.github.sfcrime.loader.call;

import java.util.EnumMap;
import java.util.Map;

/** What a source calls the fields of its calls. */
public final class FieldNames {

    /** Replaced where there is more to know, never changed. */
    private Map<CallField, String> names = Map.of();

    /** Notes what the source calls that field. */
    public void put(CallField field, String name) {
        if (!name.equals(names.get(field))) {
            Map<CallField, String> more = new EnumMap<>(CallField.class);
            more.putAll(names);
            more.put(field, name);
            names = more;
        }
    }

    /** What is known now, whatever is noted later. */
    FieldNames asTheyAre() {
        FieldNames now = new FieldNames();
        now.names = names;
        return now;
    }

    /** What the source calls the field, our own name where it was not met so far. */
    public String of(CallField field) {
        String name = names.get(field);
        return name == null ? field.key() : name;
    }
}
