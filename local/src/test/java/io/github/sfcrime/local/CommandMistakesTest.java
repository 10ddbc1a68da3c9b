package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.process.Daemon;
import io.github.sfcrime.local.process.StackDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandMistakesTest {

    @TempDir
    Path directory;

    @BeforeEach
    void resolveLinks() throws IOException {
        directory = directory.toRealPath();
    }

    @Test
    void aPortThatWasAskedForAndIsTakenEndsUpWithOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            Output output = up("--kafka-port", Integer.toString(port), "--rest-port", "0");

            assertThat(output)
                    .isEqualTo(new Output(
                            1,
                            List.of(),
                            List.of(
                                    "starting a Kafka broker and a Flink cluster in " + directory,
                                    "sfcrime up: cannot start the Kafka broker on port " + port
                                            + ": the port is taken: stop what listens there or choose another port"
                                            + " (0 for any free one)")));
        }
    }

    @Test
    void noTaskManagersAreAMistake() {
        assertThat(up("--kafka-port", "0", "--rest-port", "0", "--task-managers", "0"))
                .isEqualTo(new Output(
                        2,
                        List.of(),
                        List.of("sfcrime up: a cluster needs at least one TaskManager: 0 (see sfcrime up --help)")));
    }

    @Test
    void argumentsWithoutAJobAreAMistake() {
        assertThat(up("--kafka-port", "0", "--rest-port", "0", "--", "--window", "15m"))
                .isEqualTo(new Output(
                        2,
                        List.of(),
                        List.of("sfcrime up: only --application has a job, which takes arguments: --window 15m"
                                + " (see sfcrime up --help)")));
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsOneLine() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(Output.of("up", "--dir", file.toString()))
                .isEqualTo(new Output(
                        2, List.of(), List.of("sfcrime up: cannot use " + file + " for a stack: it is no folder")));
    }

    @Test
    void fewerLinesThanNoneAreAMistake() throws IOException {
        Files.writeString(StackDirectory.create(directory).log("broker"), "started\n");

        assertThat(Output.of("logs", "--dir", directory.toString(), "-n", "-5"))
                .isEqualTo(new Output(2, List.of(), List.of("sfcrime logs: -n must be at least 0: -5")));
    }

    @Test
    void aFolderWithOtherFilesInItIsNotMadeAStack() throws IOException {
        Path other = Files.createFile(directory.resolve("thesis.txt"));

        assertThat(up("--kafka-port", "0", "--rest-port", "0"))
                .isEqualTo(new Output(
                        2,
                        List.of(),
                        List.of("sfcrime up: cannot use " + directory
                                + " for a stack: there are other files in it: choose a new or an empty folder with"
                                + " --dir")));
        assertThat(directory.toFile().list())
                .containsExactly(other.getFileName().toString());
    }

    @Test
    void downRemovesNoFolderThatNoStackWasStartedIn() throws IOException {
        Path pids = Files.createDirectory(directory.resolve("pids"));

        assertThat(Output.of("down", "--dir", directory.toString(), "--delete"))
                .isEqualTo(new Output(
                        2,
                        List.of(),
                        List.of("sfcrime down: cannot remove " + directory + ": no stack was ever started in it")));
        assertThat(pids).exists();
    }

    @Test
    void downRemovesWhatTheStackHasMadeAndNothingElse() throws IOException {
        StackDirectory.create(directory);
        Path other = Files.createFile(directory.resolve("calls.json"));

        assertThat(Output.of("down", "--dir", directory.toString(), "--delete"))
                .isEqualTo(new Output(
                        0,
                        List.of(
                                "nothing is running in " + directory,
                                "removed the stack in " + directory + "; what else is there stays"),
                        List.of()));
        assertThat(directory.toFile().list())
                .containsExactly(other.getFileName().toString());
    }

    @Test
    void whereNothingWasStartedThereIsNothingToStopOrToShow() {
        String none = directory.resolve("none").toString();

        assertThat(Output.of("down", "--dir", none))
                .isEqualTo(new Output(0, List.of("nothing is running: there is no stack in " + none), List.of()));
        assertThat(Output.of("status", "--dir", none))
                .isEqualTo(new Output(
                        1,
                        List.of("nothing is running in " + none + ": start it with sfcrime up --dir " + none),
                        List.of()));
        assertThat(Output.of("logs", "--dir", none))
                .isEqualTo(new Output(
                        1, List.of(), List.of("sfcrime logs: cannot show logs: there are none in " + none + "/logs")));
        assertThat(Output.of("flink", "--dir", none, "list"))
                .isEqualTo(new Output(
                        1,
                        List.of(),
                        List.of("sfcrime flink: cannot run flink: no cluster is running in " + none
                                + ": start it with sfcrime up --dir " + none)));
    }

    @Test
    void downSparesAProcessThatAStalePidFilePointsTo() throws IOException {
        StackDirectory place = StackDirectory.create(directory);
        ProcessHandle us = ProcessHandle.current();
        new Daemon("broker", us.pid(), us.info().startInstant().orElseThrow()).write(place.pids());

        assertThat(Output.of("down", "--dir", directory.toString()))
                .isEqualTo(new Output(
                        0,
                        List.of("nothing is running in " + directory),
                        List.of("removed a stale pid file: broker was process " + us.pid())));
        assertThat(place.pids()).isEmptyDirectory();
    }

    private Output up(String... options) {
        List<String> arguments = new ArrayList<>(List.of("up", "--dir", directory.toString()));
        arguments.addAll(List.of(options));
        return Output.of(arguments.toArray(String[]::new));
    }
}
