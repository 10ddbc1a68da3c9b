package io.github.sfcrime.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.UnfitValueException;
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

    @Test
    void twoLoadsOfOneSecondKeepTheirRejectsApart() throws Exception {
        Path file = directory.resolve("rejects-20181002T000000.jsonl");
        try (Rejects one = Rejects.besideOthers(file);
                Rejects other = Rejects.besideOthers(file)) {
            one.add(new RawCall(new Position("one", 1, 1)), new UnfitValueException(null, null, "unfit"));
            other.add(new RawCall(new Position("other", 1, 1)), new UnfitValueException(null, null, "unfit"));

            assertThat(other.file()).isEqualTo(directory.resolve("rejects-20181002T000000-2.jsonl"));
        }

        assertThat(file).content().startsWith("{\"source\":\"one\"");
        assertThat(directory.resolve("rejects-20181002T000000-2.jsonl"))
                .content()
                .startsWith("{\"source\":\"other\"");
    }

    @Test
    void aFileThatAnotherLoadWritesToIsRefusedUntilThatEnds() throws Exception {
        Path file = directory.resolve("rejects.jsonl");
        RejectOptions options = CommandLine.populateCommand(new RejectOptions(), "--rejects", file.toString());
        try (Rejects one = options.open(List.of())) {
            one.add(new RawCall(new Position("one", 1, 1)), new UnfitValueException(null, null, "unfit"));

            assertThatThrownBy(() -> options.open(List.of()))
                    .isInstanceOf(UserErrorException.class)
                    .hasMessage("cannot write rejects to " + file
                            + ": another load writes its own there, name another file");
        }

        assertThat(file).content().startsWith("{\"source\":\"one\"");
        options.open(List.of()).close();
        assertThat(file).isEmptyFile();
    }

    @Test
    void aFolderForRejectsThatIsNotThereIsNoticedAtOnce() {
        Path file = directory.resolve("none/rejects.jsonl");
        RejectOptions options = CommandLine.populateCommand(new RejectOptions(), "--rejects", file.toString());

        assertThatThrownBy(() -> options.open(List.of()))
                .isInstanceOf(UserErrorException.class)
                .hasMessage("cannot write rejects to " + file + ": there is no folder " + file.getParent()
                        + ", create it or name another file");
    }
}
