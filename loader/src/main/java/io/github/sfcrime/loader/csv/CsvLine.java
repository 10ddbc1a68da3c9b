package io.github.sfcrime.loader.csv;

import io.github.sfcrime.loader.text.NotUtf8;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A line of a CSV file.
 *
 * @param text without the line's end; null where its bytes are not UTF-8, or too many
 * @param raw its bytes as ISO 8859-1 where there is no text
 * @param number from 1
 * @param unended whether the file ends before the line does
 */
record CsvLine(@Nullable String text, String raw, long number, boolean unended) {

    private static final String MARK = "\uFEFF";

    /**
     * The line at which {@code lines} stands.
     *
     * @param notUtf8 tells text from other bytes
     */
    static CsvLine of(Lines lines, NotUtf8 notUtf8) {
        String text = lines.isTooLong() ? null : notUtf8.text(lines.buffer(), lines.start(), lines.length());
        if (text == null) {
            String raw = new String(lines.buffer(), lines.start(), lines.length(), StandardCharsets.ISO_8859_1);
            return new CsvLine(null, raw, lines.number(), lines.isUnended());
        }
        // Files that were put one behind the other have a mark each.
        int begin = text.startsWith(MARK) ? MARK.length() : 0;
        int end = text.length() - (text.endsWith("\r") ? 1 : 0);
        return new CsvLine(begin < end ? text.substring(begin, end) : "", "", lines.number(), lines.isUnended());
    }

    boolean isTooLong() {
        return raw.length() == Lines.LONGEST;
    }

    boolean isEmpty() {
        return text != null && isEmpty(text);
    }

    /** Also of what fills a disk's block up, and of the sign with which DOS ends a file. */
    static boolean isEmpty(String text) {
        return text.chars().allMatch(c -> c <= ' ' || Character.isWhitespace(c));
    }

    /** Its text, or as much as can be shown of what is none. */
    String shown() {
        return text == null ? raw : text;
    }

    /** Its bytes, where there is no text. */
    byte[] bytes() {
        return raw.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The line as a reject keeps it. */
    String original() {
        return shown().substring(0, Math.min(shown().length(), 1000));
    }
}
