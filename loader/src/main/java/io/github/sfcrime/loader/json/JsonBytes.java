package io.github.sfcrime.loader.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a JSON text, as many of them as a buffer takes. */
final class JsonBytes implements Closeable {

    /** Bytes up to which a value is kept; of a longer one the beginning is. */
    static final int LONGEST = 1 << 20;

    private static final int TEXT = 1000;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST];
    private int at;
    private int filled;
    private long line = 1;

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

    /** Passes over bytes in which so many lines end. */
    void take(int bytes, int lines) {
        at += bytes;
        line += lines;
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
        int length = 1;
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
        String text = text(length);
        take(length);
        return text;
    }

    /** That many of the bytes that are here, or their beginning. */
    String text(int length) {
        return new String(buffer, at, Math.min(length, TEXT), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
