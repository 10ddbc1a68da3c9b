package io.github.sfcrime.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileToWriteTest {

    @TempDir
    private Path directory;

    @Test
    void aFileThatIsThereOrCanBeMadeIsTakenAndLeftAsItIs() throws IOException {
        Path there = Files.writeString(directory.resolve("there"), "content");

        FileToWrite.check("write to", there);
        FileToWrite.check("write to", directory.resolve("new"));

        assertThat(there).hasContent("content");
        assertThat(directory.resolve("new")).doesNotExist();
    }

    @Test
    void aDirectoryAndAFileWithoutAFolderAreTheUsersMistakes() {
        assertThatThrownBy(() -> FileToWrite.check("write to", directory))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot write to " + directory + ": it is a directory, name a file");
        Path file = directory.resolve("none/file");
        assertThatThrownBy(() -> FileToWrite.check("write to", file))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot write to " + file + ": there is no folder " + directory.resolve("none")
                        + ", create it or name another file");
    }
}
