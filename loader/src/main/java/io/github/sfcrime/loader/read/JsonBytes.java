package io.github.sfcrime.loader.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a JSON text, which finds out where a value ends before a parser has to make sense of it. */
final class JsonBytes implements Closeable {

    /** Bytes up to which a value is kept; of a longer one the beginning is. */
    static final int LONGEST = 1 << 20;

    private static final int TEXT = 1000;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** How looking for the end of a value ended. */
    enum Extent {
        WHOLE,
        /** It cannot go on as it does, so that its end is missing. */
        BROKEN,
        /** The input ends within it. */
        CUT,
        TOO_LONG
    }

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    private final JsonNesting nesting = new JsonNesting();
    private int at;
    private int filled;
    private long line = 1;
    private int length;

    JsonBytes(InputStream in) {
        this.in = in;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where the next value begins. */
    int at() {
        return at;
    }

    /** How far the buffer is filled. */
    int filled() {
        return filled;
    }

    /** Length of the value that was looked at. */
    int length() {
        return length;
    }

    /** The line that is read, from 1. */
    long line() {
        return line;
    }

    /** Passes over space and says which character follows, -1 at the end. */
    int next() throws IOException {
        while (at < filled || more()) {
            byte b = buffer[at];
            if (b == MARK[0] && isMark()) {
                at += MARK.length;
                continue;
            }
            if (b > ' ' || b < 0) {
                return b & 0xFF;
            }
            line += b == '\n' ? 1 : 0;
            at++;
        }
        return -1;
    }

    /** Whether a byte order mark is here, as it is where files were put one behind the other. */
    private boolean isMark() throws IOException {
        while (filled - at < MARK.length && more()) {}
        return filled - at >= MARK.length && buffer[at + 1] == MARK[1] && buffer[at + 2] == MARK[2];
    }

    /** Reads on; false at the end of the input, and where the buffer is full. */
    boolean more() throws IOException {
        if (at > 0 && (at == filled || filled == buffer.length)) {
            filled -= at;
            System.arraycopy(buffer, at, buffer, 0, filled);
            at = 0;
        }
        int read = filled == buffer.length ? -1 : in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }

    /** Passes over that many bytes. */
    void take(int bytes) {
        for (int i = at; i < at + bytes; i++) {
            line += buffer[i] == '\n' ? 1 : 0;
        }
        at += bytes;
    }

    /** Passes over that many bytes, however many there are in the buffer. */
    void skip(long bytes) throws IOException {
        long rest = bytes;
        while (rest > 0 && (at < filled || more())) {
            int part = (int) Math.min(rest, filled - at);
            take(part);
            rest -= part;
        }
    }

    /**
     * Looks for the end of the object or array that begins here, and takes nothing.
     *
     * @param onOneLine whether values stand on a line each, so that one is broken where the next line begins another
     */
    Extent extent(boolean onOneLine) throws IOException {
        nesting.begin();
        return goOn(onOneLine);
    }

    private Extent goOn(boolean onOneLine) throws IOException {
        length = 0;
        while (at + length < filled || more()) {
            if (nesting.isWithinString()) {
                passText();
            }
            byte b = buffer[at + length];
            if (nesting.isBrokenBy(b) || (onOneLine && b == '\n' && nextLineBeginsAnother())) {
                return Extent.BROKEN;
            }
            length++;
            if (nesting.isEndedBy(b)) {
                return Extent.WHOLE;
            }
        }
        return length == buffer.length ? Extent.TOO_LONG : Extent.CUT;
    }

    /** Goes on to what may end a string, or to the last byte that there is. */
    private void passText() {
        int i = at + length;
        while (i < filled - 1 && buffer[i] != '"' && buffer[i] != '\\' && buffer[i] != '\n') {
            i++;
        }
        length = i - at;
    }

    private boolean nextLineBeginsAnother() throws IOException {
        return (at + length + 1 < filled || more()) && at + length + 1 < filled && buffer[at + length + 1] == '{';
    }

    /** Passes over the value that was found to be too long. */
    Extent takeTooLong(boolean onOneLine) throws IOException {
        Extent extent = Extent.TOO_LONG;
        while (extent == Extent.TOO_LONG) {
            take(length);
            extent = goOn(onOneLine);
        }
        take(length);
        return extent;
    }

    /** Passes over lines up to one that may begin a value, or end what holds values. */
    void recover() throws IOException {
        int next = next();
        while (next >= 0 && next != '{' && next != '[' && next != ']') {
            takeLine();
            next = next();
        }
    }

    /** Passes over the rest of the line, and gives its beginning. */
    String takeLine() throws IOException {
        StringBuilder text = new StringBuilder();
        while (at < filled || more()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            text.append(new String(
                    buffer, at, Math.min(end - at, TEXT - Math.min(TEXT, text.length())), StandardCharsets.UTF_8));
            boolean whole = end < filled;
            take(end - at);
            if (whole) {
                break;
            }
        }
        return text.toString().strip();
    }

    /** Passes over a number, a word or a string, and gives it. */
    String takeScalar() throws IOException {
        boolean quoted = buffer[at] == '"';
        length = 1;
        while (at + length < filled || more()) {
            byte b = buffer[at + length];
            if (b == '\n' || (!quoted && (b <= ' ' || ",:]}[{\"".indexOf(b) >= 0))) {
                break;
            }
            length++;
            if (quoted && b == '"' && buffer[at + length - 2] != '\\') {
                break;
            }
        }
        String text = text();
        take(length);
        return text;
    }

    /** The value that was looked at, or its beginning. */
    String text() {
        return new String(buffer, at, Math.min(length, TEXT), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
