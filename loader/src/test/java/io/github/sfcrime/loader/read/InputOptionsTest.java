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
