package io.github.sfcrime.loader.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of a sequence of JSON texts, with spaces for what separates them, which parsers do not know. */
final class JsonSequenceInputStream extends FilterInputStream {

    private static final byte SEPARATOR = 0x1E;

    private int left;

    /** @param most how many bytes are read */
    JsonSequenceInputStream(InputStream in, int most) {
        super(in);
        left = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(buffer, offset, Math.min(length, left));
        left -= Math.max(read, 0);
        for (int i = offset; i < offset + read; i++) {
            buffer[i] = buffer[i] == SEPARATOR ? (byte) ' ' : buffer[i];
        }
        return read;
    }
}
