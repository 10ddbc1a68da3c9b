package io.github.sfcrime.loader.call;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names that a source has for the fields of calls. */
// An array by field, because every field of every call passes here.
@SuppressWarnings("EnumOrdinal")
public final class FieldNames {

    /** Replaced where there is more to know, never changed. */
    private @Nullable String[] names;

    public FieldNames() {
        this(new String[CallField.ALL.size()]);
    }

    private FieldNames(@Nullable String[] names) {
        this.names = names;
    }

    /** Sets the source's name of that field. */
    public void put(CallField field, String name) {
        if (!name.equals(names[field.ordinal()])) {
            names = Arrays.copyOf(names, names.length);
            names[field.ordinal()] = name;
        }
    }

    /** What is known now, whatever is noted later. */
    FieldNames asTheyAre() {
        return new FieldNames(names);
    }

    /** The source's name of the field, or our own if it was not seen so far. */
    public String of(CallField field) {
        String name = names[field.ordinal()];
        return name == null ? field.key() : name;
    }
}
