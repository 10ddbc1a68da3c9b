package io.github.sfcrime.loader.call;

import java.util.EnumMap;
import java.util.Map;

/** What a source calls the fields of its calls. */
public final class FieldNames {

    private final Map<CallField, String> names = new EnumMap<>(CallField.class);

    /** Notes what the source calls that field. */
    public void put(CallField field, String name) {
        names.put(field, name);
    }

    /** What the source calls the field, our own name where it was not met so far. */
    public String of(CallField field) {
        String name = names.get(field);
        return name == null ? field.key() : name;
    }
}
