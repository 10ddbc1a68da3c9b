package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.cli.StackAddresses;
import io.github.sfcrime.local.process.Daemon;
import io.github.sfcrime.local.process.Port;
import io.github.sfcrime.local.process.Processes;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.FlinkClient;
import io.github.sfcrime.local.stack.FlinkInstallation;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownTest {

    @TempDir
    Path parent;

    private StackDirectory place;
    private Processes processes;

    @BeforeEach
    void start() {
        place = StackDirectory.create(parent.resolve("stack"));
        processes = new Processes(place);
        command("up", "--kafka-port", "0", "--rest-port", "0");
    }

    @AfterEach
    void stop() {
        processes.kill();
    }

    @Test
    void cleansUpAfterAKilledTaskManagerAndALostPidFile() throws Exception {
        int restPort = URI.create(place.addresses().find(StackAddresses.FLINK).orElseThrow())
                .getPort();
        long killed = kill("taskmanager-1");
        Files.delete(place.pids().resolve("broker.pid"));

        assertThat(command("status").exitCode()).isEqualTo(1);
        assertThat(command("up"))
                .isEqualTo(new Output(
                        1,
                        List.of(),
                        List.of("sfcrime up: cannot start in " + place.root()
                                + ": parts of a stack are still running: sfcrime down --dir " + place.root()
                                + " first")));
        assertThat(command("down", "--delete"))
                .isEqualTo(new Output(
                        0,
                        List.of("stopped 2 processes in " + place.root(), "removed " + place.root()),
                        List.of("removed a stale pid file: taskmanager-1 was process " + killed)));
        assertThat(processes.running()).isEmpty();
        assertThat(Port.exactly(restPort).isFree()).isTrue();
        assertThat(place.root()).doesNotExist();
    }

    @Test
    @Tag("full")
    void keepsTheLatestCheckpointOfAJobThatRuns() throws Exception {
        String brokers = place.addresses().find(StackAddresses.BROKERS).orElseThrow();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            Topics.createIfMissing(admin, Topic.CRIME_DATA, 1);
        }
        FlinkInstallation flink = new FlinkInstallation(place, processes, Checkout.find());
        assertThat(new FlinkClient(flink, processes)
                        .runHere(List.of(
                                "run",
                                "--detached",
                                "-Dexecution.checkpointing.interval=100ms",
                                Checkout.find().jobJar().toString(),
                                "--bootstrap-servers",
                                brokers)))
                .isZero();
        Path checkpoints = place.clusterData().resolve("checkpoints");
        await("a checkpoint").until(() -> !completed(checkpoints).isEmpty());

        assertThat(command("down").exitCode()).isZero();

        assertThat(completed(checkpoints)).hasSize(1);
    }

    private static List<Path> completed(Path checkpoints) throws IOException {
        try (Stream<Path> files = Files.find(checkpoints, 3, (file, is) -> file.endsWith("_metadata"))) {
            return files.toList();
        } catch (UncheckedIOException | NoSuchFileException removedMeanwhile) {
            return List.of();
        }
    }

    private long kill(String name) throws IOException, ExecutionException, InterruptedException {
        Daemon daemon = Daemon.read(place.pids().resolve(name + ".pid"));
        ProcessHandle process = processes.running(daemon).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
        return daemon.pid();
    }

    private Output command(String name, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = name;
        arguments[1] = "--dir";
        arguments[2] = place.root().toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        return Output.of(arguments);
    }
}
