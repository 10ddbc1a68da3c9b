package io.github.sfcrime.loader.call;

import java.util.EnumMap;
import java.util.Map;

/** The names that a source has for the fields of calls. */
public final class FieldNames {

    /** Replaced where there is more to know, never changed. */
    private Map<CallField, String> names = Map.of();

    /** Sets the source's name of that field. */
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

    /** The source's name of the field, or our own if it was not seen so far. */
    public String of(CallField field) {
        String name = names.get(field);
        return name == null ? field.key() : name;
    }
}
