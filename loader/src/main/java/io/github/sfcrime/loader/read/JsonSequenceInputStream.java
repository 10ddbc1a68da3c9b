package io.github.sfcrime.loader.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A sequence of JSON texts with spaces for what separates them, which parsers do not know. */
final class JsonSequenceInputStream extends FilterInputStream {

    private static final byte SEPARATOR = 0x1E;

    JsonSequenceInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            buffer[i] = buffer[i] == SEPARATOR ? (byte) ' ' : buffer[i];
        }
        return read;
    }
}
