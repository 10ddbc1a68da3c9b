package io.github.sfcrime.loader.compressed;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** A way of compressing that is undone while reading, told by the first bytes. */
public enum CompressionFormat {
    GZIP("\u001F\u008B") {
        @Override
        InputStream open(String source, BufferedInputStream in) throws IOException {
            return new MembersInputStream(this, in, GzipCompressorInputStream::new);
        }
    },
    BZIP2("BZh") {
        @Override
        InputStream open(String source, BufferedInputStream in) throws IOException {
            return new MembersInputStream(this, in, BZip2CompressorInputStream::new);
        }
    },
    ZSTD("(\u00B5/\u00FD") {
        @Override
        InputStream open(String source, BufferedInputStream in) throws IOException {
            return new ZstdInputStream(in);
        }
    },
    /** Begins with a frame of something else, which is skipped. */
    ZSTD_SKIPPABLE("P*M\u0018") {
        @Override
        InputStream open(String source, BufferedInputStream in) throws IOException {
            return ZSTD.open(source, in);
        }
    },
    ZIP("PK\u0003\u0004") {
        @Override
        InputStream open(String source, BufferedInputStream in) throws IOException {
            return ZippedFile.open(source, in);
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_MAGIC = 4;

    private final String magic;

    CompressionFormat(String magic) {
        this.magic = magic;
    }

    /** What {@code in} holds, decompressed where it is compressed. */
    public static BufferedInputStream decompressed(String source, BufferedInputStream in) throws IOException {
        CompressionFormat format = of(in);
        if (format == null) {
            return in;
        }
        try {
            InputStream whole = new CompressedInputStream(format.open(source, in));
            return new BufferedInputStream(whole, BUFFER);
        } catch (IOException e) {
            throw CompressedInputStream.damage(e);
        }
    }

    /** The one that {@code in} begins with, or null. */
    public static @Nullable CompressionFormat of(BufferedInputStream in) throws IOException {
        in.mark(LONGEST_MAGIC);
        byte[] start = in.readNBytes(LONGEST_MAGIC);
        in.reset();
        for (CompressionFormat format : values()) {
            if (start.length >= format.magic.length() && format.begins(start)) {
                return format;
            }
        }
        return null;
    }

    /** Whether that is the beginning of its data, as far as it goes. */
    boolean begins(byte[] start) {
        for (int i = 0; i < Math.min(magic.length(), start.length); i++) {
            // Of the first byte of a skippable frame the low half may be anything.
            int mask = this == ZSTD_SKIPPABLE && i == 0 ? 0xF0 : 0xFF;
            if ((start[i] & mask) != magic.charAt(i)) {
                return false;
            }
        }
        return start.length > 0;
    }

    int magicLength() {
        return magic.length();
    }

    abstract InputStream open(String source, BufferedInputStream in) throws IOException;
}
