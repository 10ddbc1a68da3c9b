package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.RawCall;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class InputOptionsTest {

    @TempDir
    private Path directory;

    @Test
    void aDirectoryStandsForAllFilesInItAndBelowByName() throws Exception {
        Path below = Files.createDirectory(directory.resolve("b"));
        Path second = Files.writeString(below.resolve("2.json"), "[]");
        Path first = Files.writeString(directory.resolve("a.json"), "[]");
        Files.writeString(directory.resolve(".hidden"), "no calls");

        assertThat(options(directory.toString(), first.toString()).paths()).containsExactly(first, second, first);
        assertThat(options(directory.toString(), first.toString()).sources()).hasSize(3);
    }

    @Test
    void whatIsPlainlyNoInputOfADirectoryIsLeftOutAndTold() throws Exception {
        Path part = Files.writeString(directory.resolve("part-00000.json"), ReadBack.json(1));
        Path csv = Files.write(
                directory.resolve("part-00001.csv.gz"), CompressedInputTest.Compressed.GZIP.of(ReadBack.csv()));
        Files.createFile(directory.resolve("part-00002.csv"));
        Files.createFile(directory.resolve("_SUCCESS"));
        Files.writeString(directory.resolve(".part-00000.json.crc"), "crc");
        Files.writeString(Files.createDirectory(directory.resolve("_temporary")).resolve("x.json"), "{");
        Files.writeString(directory.resolve("notes.md"), "# Calls of last year");
        Files.writeString(
                directory.resolve("kept.jsonl"),
                "{\"source\":\"a.csv\",\"record\":1,\"line\":2,\"field\":null,\"value\":null,\"reason\":\"x\",\"original\":"
                        + ReadBack.json(1) + "}\n");

        InputOptions options = options(directory.toString());
        assertThat(options.paths()).containsExactly(part, csv);
        assertThat(options.remarks())
                .containsExactly("left out of " + directory
                        + ": .part-00000.json.crc, _SUCCESS, kept.jsonl (rejects of a load), notes.md (it is no JSON and"
                        + " no CSV with the headings of calls for service; give another file, or name its format with"
                        + " --input-format), part-00002.csv (empty)");
    }

    @Test
    void whatMayBeCallsButCannotBeReadIsRefusedInADirectoryToo() throws Exception {
        Files.writeString(directory.resolve("a.json"), ReadBack.json(1));
        Files.writeString(directory.resolve("b.json"), "version https://git-lfs.github.com/spec/v1\n");

        assertThatThrownBy(() -> options(directory.toString()).sources())
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("git lfs pull");
    }

    @Test
    void anEmptyDirectoryIsTheUsersMistake() {
        assertThatThrownBy(() -> options(directory.toString()).sources())
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot load " + directory + ": there is no file in it");
    }

    @Test
    void standardInputIsReadOnlyOnce() {
        assertThatThrownBy(() -> options("-", "-").sources()).isInstanceOf(UserErrorException.class);
    }

    @Test
    void standardInputTellsItsFormatAsFilesDo() throws Exception {
        InputStream in = new ByteArrayInputStream("{\"crime_id\":\"7\"}\n".getBytes(StandardCharsets.UTF_8));

        try (CallReader reader = new StandardInput(in).open(new LongAdder())) {
            RawCall call = reader.next();
            assertThat(call).isNotNull();
            assertThat(call.value(CallField.CRIME_ID)).isEqualTo("7");
            assertThat(call.position()).hasToString("standard input, record 1 (line 1)");
        }
    }

    private static InputOptions options(String... arguments) {
        return CommandLine.populateCommand(new InputOptions(), arguments);
    }
}
