package io.github.sfcrime.loader.read;

import com.github.luben.zstd.ZstdInputStream;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/** What an input holds, its compression and format told by its first bytes. */
final class Content {

    private static final int BUFFER = 1 << 16;

    private Content() {}

    /**
     * A reader of the calls in {@code in}, which it closes.
     *
     * @param source what messages call it
     * @param format the format that it is to be taken for, null for the one that its content shows
     */
    static CallReader reader(String source, InputStream in, @Nullable InputFormat format) throws IOException {
        try {
            BufferedInputStream content = decompressed(new BufferedInputStream(in, BUFFER));
            ContentStart start = ContentStart.of(source, content);
            return (format == null ? start.format() : format).reader(source, content);
        } catch (EOFException e) {
            in.close();
            throw new DamagedInputException(new Position(source, 1, 1), "the input is cut short here", e);
        } catch (ZipException e) {
            in.close();
            throw new DamagedInputException(
                    new Position(source, 1, 1), "the compressed data is damaged: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static BufferedInputStream decompressed(BufferedInputStream in) throws IOException {
        in.mark(4);
        byte[] magic = in.readNBytes(4);
        in.reset();
        if (begins(magic, 0x1F, 0x8B)) {
            return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        }
        if (begins(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
            return new BufferedInputStream(new CompressedInputStream(new ZstdInputStream(in)), BUFFER);
        }
        if (begins(magic, 'B', 'Z', 'h')) {
            return new BufferedInputStream(new CompressedInputStream(bzip2(in)), BUFFER);
        }
        return in;
    }

    /** The only one of these that reads on being made. */
    private static InputStream bzip2(InputStream in) throws IOException {
        try {
            return new BZip2CompressorInputStream(in, true);
        } catch (IOException e) {
            throw CompressedInputStream.damage(e);
        }
    }

    private static boolean begins(byte[] content, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
