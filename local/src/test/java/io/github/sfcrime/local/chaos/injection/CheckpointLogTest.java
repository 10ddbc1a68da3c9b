package io.github.sfcrime.local.chaos.injection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointLogTest {

    @TempDir
    private Path folder;

    @Test
    void itTellsOfCheckpointsFromNowOn() throws Exception {
        Path file = folder.resolve("jobmanager.log");
        Files.writeString(
                file,
                "Triggering checkpoint 6 (type=CheckpointType{name='Checkpoint'\nCompleted checkpoint 6 for job\n");
        CheckpointLog log = new CheckpointLog(file);

        assertThat(log.awaitTriggered(0)).isEmpty();
        Files.writeString(
                file, "Triggering checkpoint 7 (type=CheckpointType{name='Checkpoint'\n", StandardOpenOption.APPEND);
        assertThat(log.awaitTriggered(60_000)).hasValue(7);
        assertThat(log.isCompleted(7)).isFalse();
        Files.writeString(file, "Completed checkpoint 7 for job 1\n", StandardOpenOption.APPEND);
        assertThat(log.awaitCompleted(7, 60_000)).isTrue();
        assertThat(log.isCompleted(6)).isFalse();
    }
}
