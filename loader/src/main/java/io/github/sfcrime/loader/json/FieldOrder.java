package io.github.sfcrime.loader.json;

import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.IgnoredFields;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fields of the last object by their places, because those of the next one come in the same order. */
final class FieldOrder {

    static final int MOST_FIELDS = 64;

    private final byte[][] keys = new byte[MOST_FIELDS][];
    private final @Nullable CallField[] fields = new CallField[MOST_FIELDS];
    private int known;

    private final FieldNames names;
    private final IgnoredFields ignored;

    FieldOrder(FieldNames names, IgnoredFields ignored) {
        this.names = names;
        this.ignored = ignored;
    }

    /** The field at a place of an object, whose key is these bytes; null if it is none of a call. */
    @Nullable
    CallField field(int place, byte[] buffer, int start, int end) {
        if (place < known && Arrays.equals(keys[place], 0, keys[place].length, buffer, start, end)) {
            return fields[place];
        }
        String key = new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
        CallField field = CallField.named(key);
        if (field == null) {
            ignored.add(key);
        } else {
            names.put(field, key);
        }
        if (place <= known) {
            keys[place] = key.getBytes(StandardCharsets.ISO_8859_1);
            fields[place] = field;
            known = Math.max(known, place + 1);
        }
        return field;
    }
}
