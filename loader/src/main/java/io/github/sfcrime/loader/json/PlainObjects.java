package io.github.sfcrime.loader.json;

import com.fasterxml.jackson.core.JsonParser;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects that are as plain as almost all calls: known keys, each once, with strings of printable ASCII and
 * no other escapes than those of quotes and slashes, or a point; what is under other keys is passed over. Others it leaves to a
 * whole parser, which takes several times as long.
 */
final class PlainObjects {

    private static final int NONE = -1;

    private byte[] buffer = new byte[0];
    private int end;
    private int at;
    private int lines;
    private boolean escaped;

    private final FieldNames names;
    private final FieldOrder order;
    private final JsonNesting nesting = new JsonNesting();

    /**
     * @param names is told what the fields are called
     * @param ignored is told the keys that are no fields
     */
    PlainObjects(FieldNames names, IgnoredFields ignored) {
        this.names = names;
        order = new FieldOrder(names, ignored);
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
        for (int i = 0; i < FieldOrder.MOST_FIELDS; i++) {
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
        escaped = false;
        int keyStart = at;
        int keyEnd = endOfString();
        if (keyEnd == NONE || escaped) {
            return false;
        }
        CallField field = order.field(number, buffer, keyStart, keyEnd);
        if (field == null) {
            return skip(':') && passValue();
        }
        if (call.value(field) != null || !skip(':')) {
            return false;
        }
        if (!skip('"')) {
            return field == CallField.INTERSECTION_POINT && readPoint(call);
        }
        int valueStart = at;
        int valueEnd = endOfString();
        if (valueEnd == NONE) {
            return false;
        }
        call.set(field, text(valueStart, valueEnd));
        return true;
    }

    private boolean readPoint(RawCall call) {
        int start = at;
        if (start == end || buffer[start] != '{' || !passValue()) {
            return false;
        }
        try (JsonParser point = JsonFields.JSON.createParser(buffer, start, at - start)) {
            point.nextToken();
            call.set(CallField.INTERSECTION_POINT, JsonPoint.text(point));
            return true;
        } catch (IOException e) {
            // A whole parser says what is wrong with it.
            return false;
        }
    }

    private String text(int start, int textEnd) {
        if (start == textEnd) {
            return "";
        }
        String text = new String(buffer, start, textEnd - start, StandardCharsets.ISO_8859_1);
        return escaped ? text.replaceAll("\\\\(.)", "$1") : text;
    }

    /** Passes over a value that is no field's: a string, an object or an array. */
    private boolean passValue() {
        if (skip('"')) {
            return endOfString() != NONE;
        }
        if (at == end || (buffer[at] != '{' && buffer[at] != '[')) {
            return false;
        }
        nesting.begin();
        while (at < end && !nesting.isBrokenBy(buffer[at]) && buffer[at] >= 0) {
            byte b = buffer[at];
            lines += b == '\n' ? 1 : 0;
            at++;
            if (nesting.isEndedBy(b)) {
                return true;
            }
        }
        return false;
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
                return b == '\\' ? endOfEscapedString(i) : NONE;
            }
        }
        at = end;
        return NONE;
    }

    /** The same from an escape on; apart, because the way without any is most of the cost of a record. */
    private int endOfEscapedString(int from) {
        escaped = true;
        for (int i = from; i < end; i++) {
            byte b = buffer[i];
            if (b == '"') {
                at = i + 1;
                return i;
            }
            if (b == '\\') {
                i++;
            }
            if (i < end && (b < ' ' || (b == '\\' && !isPlainEscape(buffer[i])))) {
                return NONE;
            }
        }
        at = end;
        return NONE;
    }

    private static boolean isPlainEscape(byte b) {
        return b == '\\' || b == '"' || b == '/';
    }
}
