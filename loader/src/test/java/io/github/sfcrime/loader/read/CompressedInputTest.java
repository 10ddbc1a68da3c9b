package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import io.github.sfcrime.cli.UserErrorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressed calls, whole, in members, cut, and with something else behind them. */
final class CompressedInputTest {

    private static final ReadBack WHOLE = new ReadBack(List.of(1L, 2L, 3L), List.of(), null, List.of());

    @TempDir
    private Path directory;

    /** A way of compressing. */
    enum Compressed {
        GZIP {
            @Override
            OutputStream to(OutputStream out) throws IOException {
                return new GZIPOutputStream(out);
            }
        },
        BZIP2 {
            @Override
            OutputStream to(OutputStream out) throws IOException {
                return new BZip2CompressorOutputStream(out);
            }
        },
        ZSTD {
            @Override
            OutputStream to(OutputStream out) throws IOException {
                return new ZstdOutputStream(out).setChecksum(true);
            }
        };

        abstract OutputStream to(OutputStream out) throws IOException;

        byte[] of(String text) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (OutputStream out = to(bytes)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void membersAreReadOneBehindTheOther(Compressed compressed) throws IOException {
        byte[] first = compressed.of(ReadBack.HEADING + "\n" + ReadBack.row(1) + "\n2,Made Up,2018-11-20T1");
        byte[] second = compressed.of("0:00:00.000,x\n" + ReadBack.row(3) + "\n");

        assertThat(read(first, second)).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @EnumSource
    void aCutAnywhereIsTold(Compressed compressed) throws IOException {
        byte[] first = compressed.of(ReadBack.csv());
        byte[] whole = join(first, compressed.of(ReadBack.row(4) + "\n"));
        for (int length = first.length + 1; length < whole.length; length++) {
            ReadBack read = read(Arrays.copyOf(whole, length));
            assertThat(read.sent()).as("cut after %d bytes", length).startsWith(1L, 2L, 3L);
            assertThat(read.damage()).as("cut after %d bytes", length).contains("get a whole copy of it for the rest");
        }
        for (int length = 4; length < first.length; length++) {
            assertThat(read(Arrays.copyOf(first, length)).damage())
                    .as("cut after %d bytes", length)
                    .isNotNull();
        }
    }

    @Test
    void whatStandsBeforeADamagedOrMissingChecksumIsReadAndTheDamageTold() throws IOException {
        byte[] whole = Compressed.GZIP.of(ReadBack.csv());
        for (int length = whole.length - 8; length < whole.length; length++) {
            ReadBack read = read(Arrays.copyOf(whole, length));
            assertThat(read.sent()).containsExactly(1L, 2L, 3L);
            assertThat(read.damage()).contains("record 4 (line 5): the input is cut short here");
        }
        whole[whole.length - 8] ^= 1;
        ReadBack read = read(whole);
        assertThat(read.sent()).containsExactly(1L, 2L, 3L);
        assertThat(read.damage()).contains("record 4 (line 5): the compressed data is damaged: ", "(CRC32 error): get");
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsBehindItIsTold(Compressed compressed) throws IOException {
        for (String garbage : List.of("g", "garbage", "\0\0\0garbage", "crime_id,city\n1,2\n")) {
            ReadBack read = read(compressed.of(ReadBack.csv()), garbage.getBytes(StandardCharsets.UTF_8));

            assertThat(read.sent()).containsExactly(1L, 2L, 3L);
            assertThat(read.damage()).as(garbage).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "BZIP2"})
    void zerosBehindItFillABlockUp(Compressed compressed) throws IOException {
        assertThat(read(compressed.of(ReadBack.csv()), new byte[1])).isEqualTo(WHOLE);
        assertThat(read(compressed.of(ReadBack.csv()), new byte[100_000])).isEqualTo(WHOLE);
    }

    @Test
    void framesOfZstdThatAreToBeSkippedAreSkipped() throws IOException {
        byte[] calls = Compressed.ZSTD.of(ReadBack.csv());
        for (int kind = 0; kind < 16; kind++) {
            byte[] skippable = {(byte) (0x50 + kind), 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3};
            assertThat(read(skippable, calls)).isEqualTo(WHOLE);
            assertThat(read(calls, skippable)).isEqualTo(WHOLE);
        }
    }

    @Test
    void aWindowOfZstdThatTakesTooMuchMemoryIsNamed() throws IOException {
        byte[] calls = Zstd.compress(ReadBack.csv().getBytes(StandardCharsets.UTF_8));
        // One raw block behind a header that asks for a window of 2 GB.
        byte[] header = HexFormat.of().parseHex("28b52ffd00a8");

        ReadBack read = read(header, Arrays.copyOfRange(calls, 6, calls.length));
        assertThat(read.damage()).contains("needs more memory than is usual", "zstd -dc --long=31");
    }

    @Test
    void aZipArchiveOfOneFileIsRead() throws IOException {
        assertThat(read(zip("calls.csv", ReadBack.csv()))).isEqualTo(WHOLE);
        assertThat(read(zip("folder/", "", "folder/calls", ReadBack.csv(), "__MACOSX/._calls", "x")))
                .isEqualTo(WHOLE);
    }

    @Test
    void aZipArchiveOfSeveralFilesAndAWorkbookAreNamed() throws IOException {
        assertRefused(zip("a.csv", ReadBack.csv(), "b.csv", ReadBack.csv()), "a zip archive of 2 files: unpack it");
        assertRefused(zip("[Content_Types].xml", "x", "xl/workbook.xml", "x"), "it is a workbook");
        assertRefused(zip(), "an empty zip archive");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCompressedTwiceIsNamed(Compressed compressed) throws IOException {
        byte[] once = compressed.of(ReadBack.csv());
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(twice)) {
            out.write(once);
        }

        assertRefused(twice.toByteArray(), "it is compressed twice");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fd377a585a000004   | compressed by xz
            04224d186440a7     | compressed by lz4
            4c5a495001         | compressed by lzip
            1f9d90             | compressed by compress
            377abcaf271c       | a 7z archive
            526172211a07       | a rar archive
            504152311504       | a Parquet file
            4f626a0104         | an Avro file
            4f524311           | an ORC file
            8004958a           | a Python pickle
            d0cf11e0a1b11ae1   | a workbook (xls)
            53514c69746520666f726d61742033 | an SQLite database
            255044462d312e34   | a PDF
            89504e470d0a1a0a   | an image
            """)
    void aFormatThatIsNotReadIsNamed(String bytes, String named) throws IOException {
        assertRefused(HexFormat.of().parseHex(bytes), named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version https://git-lfs.github.com/spec/v1\\noid sha256:0\\n | get that with git lfs pull
            <!DOCTYPE html>\\n<html lang="en">                           | it is an HTML page
            \\n  <html><body>Log in</body></html>                        | it is an HTML page
            <?xml version="1.0"?><response/>                             | it is XML
            <<<<<<< HEAD\\n{"crime_id":1}\\n=======                        | the conflict markers of a merge
            # Notes\\nThese are the calls of last year.                  | no JSON and no CSV with the headings
            """)
    void aTextThatIsNoInputIsNamed(String text, String named) throws IOException {
        assertRefused(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8), named);
    }

    private void assertRefused(byte[] content, String named) throws IOException {
        Path file = ReadBack.write(directory, content);

        assertThatThrownBy(() -> ReadBack.of(file))
                .isInstanceOf(UserErrorException.class)
                .hasMessageStartingWith("cannot load " + file + ": ")
                .hasMessageContaining(named);
    }

    private ReadBack read(byte[]... parts) throws IOException {
        return ReadBack.of(ReadBack.write(directory, join(parts)));
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
