package io.github.sfcrime.loader.read;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.zip.ZipException;

/** Tells damaged data by one type of exception, whatever the library that decompresses it has for that. */
final class CompressedInputStream extends FilterInputStream {

    CompressedInputStream(InputStream decompressing) {
        super(decompressing);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw damage(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            throw damage(e);
        } catch (IndexOutOfBoundsException | IllegalStateException e) {
            // What the bzip2 decoder comes to with some damaged blocks.
            throw damage(new IOException("a block is damaged", e));
        }
    }

    /** The exception for data that is damaged, unless {@code e} is something else. */
    static IOException damage(IOException e) {
        if (e instanceof EOFException
                || e instanceof InterruptedIOException
                || e instanceof ClosedByInterruptException) {
            return e;
        }
        ZipException damage = new ZipException(String.valueOf(e.getMessage()));
        damage.initCause(e);
        return damage;
    }
}
