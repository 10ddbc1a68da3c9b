package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.NoInputException;
import io.github.sfcrime.loader.compressed.CompressionFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A format that is not read, told by its first bytes. */
enum ForeignFormat {
    XZ(0, "\u00FD7zXZ\0", "compressed by xz: xz -dc FILE | sfcrime load -"),
    LZ4(0, "\u0004\"M\u0018", "compressed by lz4: lz4 -dc FILE | sfcrime load -"),
    LZIP(0, "LZIP", "compressed by lzip: lzip -dc FILE | sfcrime load -"),
    LZMA(0, "]\0\0", "compressed by lzma: xz -dc FILE | sfcrime load -"),
    LZOP(0, "\u0089LZO", "compressed by lzop: lzop -dc FILE | sfcrime load -"),
    COMPRESS(0, "\u001F\u009D", "compressed by compress: gzip -dc FILE | sfcrime load -"),
    SNAPPY(0, "\u00FF\u0006\0\0sNaPpY", "compressed by snappy: decompress it first"),
    SEVEN_ZIP(0, "7z\u00BC\u00AF'\u001C", "a 7z archive: unpack it first"),
    RAR(0, "Rar!", "a rar archive: unpack it first"),
    EMPTY_ZIP(0, "PK\u0005\u0006", "an empty zip archive: get it anew"),
    TAR(257, "ustar", "a tar archive: unpack it and load its folder"),
    PARQUET(0, "PAR1", "a Parquet file: write it as JSON lines or CSV"),
    ORC(0, "ORC", "an ORC file: write it as JSON lines or CSV"),
    AVRO(0, "Obj\u0001", "an Avro file: write it as JSON lines or CSV"),
    ARROW(0, "ARROW1", "an Arrow file: write it as JSON lines or CSV"),
    FEATHER(0, "FEA1", "a Feather file: write it as JSON lines or CSV"),
    PICKLE(0, "\u0080\u0004\u0095", "a Python pickle: write it as JSON lines or CSV"),
    PICKLE_5(0, "\u0080\u0005\u0095", "a Python pickle: write it as JSON lines or CSV"),
    SQLITE(0, "SQLite format 3", "an SQLite database: export its table as CSV"),
    XLS(0, "\u00D0\u00CF\u0011\u00E0", "a workbook (xls): save its sheet as CSV UTF-8 and load that"),
    PDF(0, "%PDF", "a PDF: get the data as CSV or JSON"),
    PNG(0, "\u0089PNG", "an image"),
    JPEG(0, "\u00FF\u00D8\u00FF", "an image"),
    GIF(0, "GIF8", "an image");

    private static final int LENGTH = 262;
    private static final int LONGEST_MAGIC = 15;

    private final int offset;
    private final String magic;
    private final String advice;

    ForeignFormat(int offset, String magic, String advice) {
        this.offset = offset;
        this.magic = magic;
        this.advice = advice;
    }

    /** Refuses what is in one of these formats. */
    static void refuse(String source, BufferedInputStream content) throws IOException {
        content.mark(LENGTH);
        byte[] start = start(content);
        content.reset();
        for (ForeignFormat format : values()) {
            if (format.isAt(start)) {
                throw format.refusal(source);
            }
        }
    }

    /** Refuses what is compressed though it was decompressed already. */
    static void refuseCompressed(String source, BufferedInputStream content) throws IOException {
        CompressionFormat format = CompressionFormat.of(content);
        if (format != null) {
            throw new UserErrorException("cannot load " + source + ": it is compressed twice, "
                    + format.name().replace("_SKIPPABLE", "").toLowerCase(Locale.ROOT)
                    + " within: decompress it once and load that");
        }
    }

    /** As much as tells a format, and more only where it is there already: it may be long in coming through a pipe. */
    private static byte[] start(BufferedInputStream content) throws IOException {
        byte[] start = new byte[LENGTH];
        int length = content.readNBytes(start, 0, LONGEST_MAGIC);
        if (length == LONGEST_MAGIC && content.available() >= LENGTH - LONGEST_MAGIC) {
            length += content.readNBytes(start, length, LENGTH - length);
        }
        return Arrays.copyOf(start, length);
    }

    private boolean isAt(byte[] start) {
        byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + bytes.length;
        return start.length >= end && Arrays.equals(start, offset, end, bytes, 0, bytes.length);
    }

    private UserErrorException refusal(String source) {
        return switch (this) {
            case PNG, JPEG, GIF, PDF -> new NoInputException(source, "it is " + advice);
            default -> new UserErrorException("cannot load " + source + ": it is " + advice);
        };
    }
}
