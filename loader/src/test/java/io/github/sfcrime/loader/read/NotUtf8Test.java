package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of text that is not UTF-8: what was found, and the encoding in which it makes words. */
final class NotUtf8Test {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "x-MacRoman", "IBM850"})
    void theEncodingInWhichTheBytesMakeWordsIsNamed(String name) throws IOException {
        String text = ReadBack.HEADING + "\n"
                + ReadBack.row(1).replace("Nowhere", "Pe\u00F1a") + "\n"
                + ReadBack.row(2).replace("Nowhere", "Caf\u00E9 d'\u00C9tat") + "\n";

        assertThat(damage(text.getBytes(Charset.forName(name))))
                .endsWith("and 2 of the 2 records hold such bytes and were rejected: in " + name
                        + " it reads '1 Pe\u00F1a St': load it with --encoding " + name);
    }

    @Test
    void typographicQuotesAreThoseOfWindows() throws IOException {
        assertThat(damage((ReadBack.HEADING + "\n" + ReadBack.row(1).replace("Nowhere", "O\u2019Farrell") + "\n")
                        .getBytes(Charset.forName("windows-1252"))))
                .endsWith("in windows-1252 it reads '1 O\u2019Farrell St': load it with --encoding windows-1252");
    }

    @Test
    void bytesThatMakeNoWordsAreShownWithoutAGuess() throws IOException {
        assertThat(damage((ReadBack.HEADING + "\n" + ReadBack.row(1).replace("Nowhere", "No\u00D7where") + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .endsWith(
                        "it stands in '1 No\uFFFDwhere St', which makes no words in a usual encoding: write it anew as"
                                + " UTF-8, or name the encoding with --encoding");
    }

    @Test
    void ofAMixtureNoEncodingIsOffered() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        String row = ReadBack.row(1).replace("Nowhere", "Pe\u00F1a") + "\n";
        mixed.writeBytes((ReadBack.HEADING + "\n" + row).getBytes(StandardCharsets.UTF_8));
        mixed.writeBytes(row.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(damage(mixed.toByteArray()))
                .contains("record 2 (line 3): the byte 0xF1 is not UTF-8, and 1 of the 2 records")
                .endsWith(
                        "others hold UTF-8 beyond ASCII, so that encodings are mixed here: write these records anew as"
                                + " UTF-8");
    }

    @Test
    void aHeadingThatIsNotUtf8IsRefusedWithTheSameAdvice() throws IOException {
        Path file = ReadBack.write(
                directory,
                ("a\u00F1o," + ReadBack.csv().replace("\n", "\n2024,")).getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ReadBack.of(file))
                .isInstanceOf(UserErrorException.class)
                .hasMessageEndingWith("its heading line is not UTF-8: in windows-1252 it reads 'a\u00F1o': load it with"
                        + " --encoding windows-1252");
    }

    private String damage(byte[] content) throws IOException {
        return String.valueOf(ReadBack.of(ReadBack.write(directory, content)).damage());
    }
}
