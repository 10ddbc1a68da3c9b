package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects that are as plain as almost all lines of calls: known keys, each once, with strings of printable
 * ASCII and no escapes. Others it leaves to a whole parser, which takes several times as long.
 */
final class PlainObjects {

    private static final int NONE = -1;

    /** The fields of the last object: those of the next one come in the same order. */
    private final byte[][] keys = new byte[CallField.ALL.size()][];

    private final CallField[] fields = new CallField[CallField.ALL.size()];
    private int known;

    private byte[] buffer = new byte[0];
    private int end;
    private int at;
    private int lines;

    private final FieldNames names;

    /** @param names is told what the fields are called */
    PlainObjects(FieldNames names) {
        this.names = names;
    }

    /** The object that begins at that place of the buffer, or null if it is not as plain as that or goes on behind it. */
    @Nullable
    RawCall read(byte[] bytes, int start, int limit, Position position) {
        buffer = bytes;
        at = start;
        end = limit;
        lines = 0;
        if (!skip('{')) {
            return null;
        }
        RawCall call = new RawCall(position, names);
        for (int i = 0; i < fields.length; i++) {
            if (!readField(i, call)) {
                return null;
            }
            if (skip('}')) {
                return call;
            }
            if (!skip(',')) {
                return null;
            }
        }
        return null;
    }

    /** Where the object that was read ends. */
    int end() {
        return at;
    }

    /** How many lines end within it. */
    int lines() {
        return lines;
    }

    /** Whether there was no more of what was not read. */
    boolean isAtLimit() {
        return at >= end;
    }

    /** Passes over one character and the space before it; says whether it is there. */
    private boolean skip(char expected) {
        while (at < end && buffer[at] <= ' ' && isSpace(buffer[at])) {
            lines += buffer[at] == '\n' ? 1 : 0;
            at++;
        }
        if (at < end && buffer[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private boolean readField(int number, RawCall call) {
        if (!skip('"')) {
            return false;
        }
        int keyStart = at;
        int keyEnd = endOfString();
        if (keyEnd == NONE) {
            return false;
        }
        CallField field = field(number, keyStart, keyEnd);
        if (field == null || call.value(field) != null || !skip(':') || !skip('"')) {
            return false;
        }
        int valueStart = at;
        int valueEnd = endOfString();
        if (valueEnd == NONE) {
            return false;
        }
        call.set(
                field,
                valueStart == valueEnd
                        ? ""
                        : new String(buffer, valueStart, valueEnd - valueStart, StandardCharsets.ISO_8859_1));
        return true;
    }

    /** The place of the quote that ends the string, behind which reading goes on. */
    private int endOfString() {
        byte[] bytes = buffer;
        for (int i = at; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                at = i + 1;
                return i;
            }
            // What is beyond ASCII is negative.
            if (b < ' ' || b == '\\') {
                return NONE;
            }
        }
        at = end;
        return NONE;
    }

    private @Nullable CallField field(int number, int start, int keyEnd) {
        if (number < known && Arrays.equals(keys[number], 0, keys[number].length, buffer, start, keyEnd)) {
            return fields[number];
        }
        String key = new String(buffer, start, keyEnd - start, StandardCharsets.ISO_8859_1);
        CallField field = CallField.named(key);
        if (field != null) {
            names.put(field, key);
        }
        if (field != null && number <= known) {
            keys[number] = key.getBytes(StandardCharsets.ISO_8859_1);
            fields[number] = field;
            known = Math.max(known, number + 1);
        }
        return field;
    }
}
