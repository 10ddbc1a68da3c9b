package io.github.sfcrime.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class RejectOptionsTest {

    @TempDir
    private Path directory;

    @Test
    void theRejectsOfAnEarlierLoadDoNotLookLikeThoseOfThisOne() throws Exception {
        Path file = Files.writeString(directory.resolve("rejects.jsonl"), "{}\n");
        RejectOptions options = CommandLine.populateCommand(new RejectOptions(), "--rejects", file.toString());

        try (Rejects rejects = options.open(List.of())) {
            assertThat(rejects.count()).isZero();
        }

        assertThat(file).isEmptyFile();
    }
}
