package io.github.sfcrime.loader;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/** A file of calls for service, its compression and format told by its content. */
final class Input {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final @Nullable InputFormat format;

    /** @param format the format that it is to be taken for, null for the one that its content shows */
    Input(Path path, @Nullable InputFormat format) {
        this.path = path;
        this.format = format;
    }

    /** Bytes of the file as it lies on disk. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what is no file that can be read, before anything is done with any of them. */
    void check() throws IOException {
        if (Files.notExists(path)) {
            throw new UserErrorException("cannot load " + path + ": there is no such file");
        }
        if (Files.isDirectory(path)) {
            throw new UserErrorException("cannot load " + path + ": it is a directory, name the files in it");
        }
        if (!Files.isReadable(path)) {
            throw new UserErrorException("cannot load " + path + ": it may not be read, change its permissions");
        }
        open(new LongAdder()).close();
    }

    /**
     * Opens it for reading.
     *
     * @param bytesRead counts the bytes read from disk
     */
    CallReader open(LongAdder bytesRead) throws IOException {
        InputStream file = new CountedInputStream(Files.newInputStream(path), bytesRead);
        try {
            BufferedInputStream content = decompressed(new BufferedInputStream(file, BUFFER));
            ContentStart start = ContentStart.of(path.toString(), content);
            return (format == null ? start.format() : format).reader(path.toString(), content);
        } catch (EOFException e) {
            file.close();
            throw new DamagedInputException(new Position(path.toString(), 1, 1), "the input is cut short here", e);
        } catch (IOException | RuntimeException e) {
            file.close();
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
            return new BufferedInputStream(new ZstdInputStream(in), BUFFER);
        }
        if (begins(magic, 'B', 'Z', 'h')) {
            return new BufferedInputStream(new BZip2CompressorInputStream(in, true), BUFFER);
        }
        return in;
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
