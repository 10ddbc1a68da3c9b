package io.github.sfcrime.loader.text;

import io.github.sfcrime.cli.UserErrorException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The encoding of a text, as its first bytes show it. */
public final class TextEncoding {

    private static final int LONGEST_MARK = 4;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** In the order to look for them: one mark begins another. */
    private static final Map<String, byte[]> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put("UTF-32LE", new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0});
        MARKS.put("UTF-32BE", new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF});
        MARKS.put("UTF-16LE", new byte[] {(byte) 0xFF, (byte) 0xFE});
        MARKS.put("UTF-16BE", new byte[] {(byte) 0xFE, (byte) 0xFF});
    }

    private TextEncoding() {}

    /**
     * The text as UTF-8 without a byte order mark.
     *
     * @param given the encoding that it is said to have, null for the one that its content shows
     */
    public static BufferedInputStream asUtf8(String source, BufferedInputStream content, @Nullable Charset given)
            throws IOException {
        Charset encoding = given == null ? shown(source, start(content)) : given;
        BufferedInputStream text = encoding.equals(StandardCharsets.UTF_8)
                ? content
                : new BufferedInputStream(new TranscodedInputStream(content, encoding));
        while (begins(start(text), UTF_8_MARK)) {
            text.skipNBytes(UTF_8_MARK.length);
        }
        return text;
    }

    private static byte[] start(BufferedInputStream content) throws IOException {
        content.mark(LONGEST_MARK);
        byte[] start = content.readNBytes(LONGEST_MARK);
        content.reset();
        return start;
    }

    private static Charset shown(String source, byte[] start) {
        for (Map.Entry<String, byte[]> mark : MARKS.entrySet()) {
            if (begins(start, mark.getValue())) {
                return Charset.forName(mark.getKey());
            }
        }
        String unmarked = unmarked(start);
        if (unmarked != null) {
            throw new UserErrorException("cannot load " + source + ": it looks like text in " + unmarked
                    + " without a byte order mark: give --encoding " + unmarked);
        }
        return StandardCharsets.UTF_8;
    }

    /** Where the zeros are: calls begin with characters of ASCII. */
    private static @Nullable String unmarked(byte[] start) {
        if (start.length < LONGEST_MARK) {
            return null;
        }
        StringBuilder zeros = new StringBuilder();
        for (byte b : start) {
            zeros.append(b == 0 ? '0' : 'x');
        }
        return switch (zeros.toString()) {
            case "x0x0" -> "UTF-16LE";
            case "0x0x" -> "UTF-16BE";
            case "x000" -> "UTF-32LE";
            case "000x" -> "UTF-32BE";
            default -> null;
        };
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length >= mark.length && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }
}
