package io.github.sfcrime.loader.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of bytes, each a stretch of one buffer that is used again for the next. */
public final class Lines implements Closeable {

    /** Bytes up to which a line is kept; of a longer one the beginning is. */
    static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte lineEnd;
    private final byte[] buffer = new byte[LONGEST];
    private int start;
    private int length;
    private int next;
    private int filled;
    private long number;
    private boolean tooLong;
    private boolean unended;

    /** @param lineEnd the byte at the end of each line */
    public Lines(InputStream in, char lineEnd) {
        this.in = in;
        this.lineEnd = (byte) lineEnd;
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        start = next;
        tooLong = false;
        number++;
        int end = endOfLine(start);
        if (end < 0 && filled - start == buffer.length) {
            length = buffer.length;
            skipRest();
            return true;
        }
        unended = end < 0;
        length = (unended ? filled : end) - start;
        next = unended ? filled : end + 1;
        return length > 0 || !unended;
    }

    /** Where the line that begins at {@code start} ends, or -1 if the buffer or the input ends before. */
    private int endOfLine(int from) throws IOException {
        int searched = from;
        while (true) {
            for (; searched < filled; searched++) {
                if (buffer[searched] == lineEnd) {
                    return searched;
                }
            }
            if (filled == buffer.length) {
                searched -= start;
                moveToFront();
            }
            int read = filled == buffer.length ? -1 : in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return -1;
            }
            filled += read;
        }
    }

    private void moveToFront() {
        filled -= start;
        System.arraycopy(buffer, start, buffer, 0, filled);
        start = 0;
    }

    private void skipRest() throws IOException {
        tooLong = true;
        int b = in.read();
        while (b >= 0 && b != lineEnd) {
            b = in.read();
        }
        unended = b < 0;
        next = 0;
        filled = 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** Whether the line is longer than {@link #LONGEST}, so that only its beginning is here. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Whether the input ended before the line did. */
    boolean isUnended() {
        return unended;
    }

    /** The line, or its first thousand bytes. */
    String text() {
        return new String(buffer, start, Math.min(length, 1000), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
