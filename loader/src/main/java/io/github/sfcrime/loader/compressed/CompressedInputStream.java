package io.github.sfcrime.loader.compressed;

import com.github.luben.zstd.ZstdIOException;
import io.github.sfcrime.loader.call.BrokenContentException;
import io.github.sfcrime.loader.call.Shown;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;

/** Tells damaged data by one type of exception, whatever the library that decompresses it has for that. */
final class CompressedInputStream extends FilterInputStream {

    CompressedInputStream(InputStream decompressing) {
        super(decompressing);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
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

    /** Whoever asks would read on at once, and lose what it has if that fails. */
    @Override
    public int available() {
        return 0;
    }

    /** The exception for data that is damaged, unless {@code e} is something else. */
    static IOException damage(IOException e) {
        if (e instanceof EOFException
                || e instanceof BrokenContentException
                || e instanceof InterruptedIOException
                || e instanceof ClosedByInterruptException) {
            return e;
        }
        String message = Shown.text(String.valueOf(e.getMessage()));
        if (isCut(e)) {
            return new EOFException(message);
        }
        if (e instanceof ZstdIOException && message.contains("memory")) {
            return new BrokenContentException(
                    "the zstd data needs more memory than is usual (a window of over 128 MB): decompress it with"
                            + " zstd -dc --long=31 FILE | sfcrime load -",
                    e);
        }
        return new BrokenContentException(
                "the compressed data is damaged: " + withoutStops(message) + ": get a whole copy of it for the rest",
                e);
    }

    private static String withoutStops(String message) {
        return message.replaceAll("\\.+$", "");
    }

    /** Libraries that have no exception of its own for that. */
    private static boolean isCut(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("truncated") || message.contains("unexpected end of stream");
    }
}
