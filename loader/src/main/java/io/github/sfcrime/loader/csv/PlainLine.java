package io.github.sfcrime.loader.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of ASCII without quotes within quotes, as almost all are, which take neither a decoder nor a parser. */
final class PlainLine {

    private PlainLine() {}

    /**
     * The fields of the line at which {@code lines} stands, or null if it is another.
     *
     * @param columns how many there are mostly
     */
    static @Nullable List<String> fields(Lines lines, char delimiter, int columns) {
        if (lines.isTooLong()) {
            return null;
        }
        byte[] bytes = lines.buffer();
        int start = lines.start();
        int end = start + lines.length();
        end -= end > start && bytes[end - 1] == '\r' ? 1 : 0;
        List<String> fields = new ArrayList<>(columns + 1);
        while (true) {
            boolean quoted = start < end && bytes[start] == '"';
            start += quoted ? 1 : 0;
            int stop = plainEnd(bytes, start, end, quoted ? '"' : delimiter);
            if (stop < 0 || (quoted && stop == end)) {
                return null;
            }
            fields.add(ascii(bytes, start, stop));
            start = stop + (quoted ? 2 : 1);
            if (quoted && start <= end && bytes[start - 1] != delimiter) {
                return null;
            }
            if (start > end) {
                return fields;
            }
        }
    }

    /** Where the field ends, -1 where it is not that plain. */
    private static int plainEnd(byte[] bytes, int start, int end, char mark) {
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == mark) {
                return i;
            }
            if (b <= 0 || b == '"') {
                return -1;
            }
        }
        return end;
    }

    private static String ascii(byte[] bytes, int start, int end) {
        return start == end ? "" : new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
