package io.github.sfcrime.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {

    private static final ProcessHandle THIS = ProcessHandle.current();

    @TempDir
    Path folder;

    @Test
    void aPidFileTellsAllOfIt() throws IOException {
        Daemon daemon = new Daemon("taskmanager-1", 42, Instant.parse("2026-11-22T10:00:00.120Z"));

        daemon.write(folder);

        assertThat(Daemon.read(folder.resolve("taskmanager-1.pid"))).isEqualTo(daemon);
    }

    @Test
    void aDamagedPidFileIsOneOfNoProcess() throws IOException {
        Path file = Files.writeString(folder.resolve("broker.pid"), "not a pid");

        assertThat(Daemon.read(file).process(anArgumentOfThis())).isEmpty();
    }

    @Test
    void aProcessIsRecognisedByItsStartAndItsMarker() {
        Daemon daemon = new Daemon("broker", THIS.pid(), started());

        assertThat(daemon.process(anArgumentOfThis())).contains(THIS);
    }

    @Test
    void aProcessThatWasGivenTheSamePidLaterIsNotOurs() {
        Daemon daemon = new Daemon("broker", THIS.pid(), started().minusSeconds(60));

        assertThat(daemon.process(anArgumentOfThis())).isEmpty();
    }

    @Test
    void aProcessWithoutTheMarkerIsNotOurs() {
        Daemon daemon = new Daemon("broker", THIS.pid(), started());

        assertThat(daemon.process("-Dsfcrime.stack=" + folder)).isEmpty();
    }

    private static Instant started() {
        return THIS.info().startInstant().orElseThrow();
    }

    private static String anArgumentOfThis() {
        return List.of(THIS.info().arguments().orElseThrow()).get(0);
    }
}
