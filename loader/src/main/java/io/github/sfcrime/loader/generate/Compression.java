package io.github.sfcrime.loader.generate;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** How a file is compressed, as the ending of its name tells. */
enum Compression {
    GZIP(".gz") {
        @Override
        OutputStream to(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER);
        }
    },
    ZSTD(".zst") {
        @Override
        OutputStream to(OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }
    },
    BZIP2(".bz2") {
        @Override
        OutputStream to(OutputStream out) throws IOException {
            return new BZip2CompressorOutputStream(out);
        }
    },
    NONE("") {
        @Override
        OutputStream to(OutputStream out) {
            return out;
        }
    };

    private static final int BUFFER = 1 << 16;

    private final String ending;

    Compression(String ending) {
        this.ending = ending;
    }

    /** The one that a file of that name has. */
    static Compression of(String name) {
        for (Compression compression : values()) {
            if (name.endsWith(compression.ending)) {
                return compression;
            }
        }
        return NONE;
    }

    /** The name without the ending that tells the compression. */
    String plain(String name) {
        return name.substring(0, name.length() - ending.length());
    }

    /** Compresses what is written, into {@code out}, which is closed with it. */
    abstract OutputStream to(OutputStream out) throws IOException;
}
