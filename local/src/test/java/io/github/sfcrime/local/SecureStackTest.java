package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Checkout;
import io.github.sfcrime.local.stack.ClientRun;
import io.github.sfcrime.local.stack.ClusterSettings;
import io.github.sfcrime.local.stack.Stack;
import io.github.sfcrime.schemas.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stack that wants to know who is there: each program with its own rights, and with those of another. */
@Tag("full")
class SecureStackTest {

    @TempDir
    static Path directory;

    private static Stack stack;
    private static Path calls;

    @BeforeAll
    static void start() throws Exception {
        stack = Stack.temporary().withSecurity();
        stack.start(BrokerSettings.onFreePort(), ClusterSettings.onFreePort());
        calls = directory.resolve("calls.jsonl");
        assertThat(ProgramProcess.loader(directory, "generate", "-n", "1000", "-o", calls.toString())
                        .exitCode())
                .isZero();
        // Every topic is there, whichever test comes first.
        ProgramProcess loader = load(Principal.LOADER);
        assertThat(loader.exitCode()).as(loader.errors()).isZero();
        ClientRun job = runJob(Principal.JOB);
        assertThat(job.exitCode()).as(String.join("\n", job.output())).isZero();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void eachProgramDoesItsWorkByItsOwnRights() throws Exception {
        ProgramProcess reader = tail(Principal.READER);
        assertThat(reader.exitCode()).as(reader.errors()).isZero();
        assertThat(reader.output().lines()).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(names = "LOADER", mode = EnumSource.Mode.EXCLUDE)
    void whoMayNotSendCallsIsToldInOneLine(Principal other) throws Exception {
        refused(load(other), "sfcrime load: ");
    }

    @ParameterizedTest
    @EnumSource(names = "LOADER")
    void whoMayNotReadResultsIsToldInOneLine(Principal other) throws Exception {
        refused(tail(other), "sfcrime tail: ");
    }

    @ParameterizedTest
    @EnumSource(names = "JOB", mode = EnumSource.Mode.EXCLUDE)
    void whoMayNotCountIsToldByTheClient(Principal other) throws Exception {
        ClientRun job = runJob(other);
        assertThat(job.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", job.output())).containsPattern("(?i)authoriz");
    }

    @Test
    void onlyTheUserReadsKeysAndPasswords() throws IOException {
        try (Stream<Path> files = Files.list(stack.directory().resolve("secure"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".properties")))
                    .hasSize(Principal.values().length)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(stack.directory().resolve("secure"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(stack.directory().resolve("conf/server.properties"))))
                .isEqualTo("rw-------");
    }

    private static void refused(ProgramProcess program, String begin) throws Exception {
        assertThat(program.exitCode()).isEqualTo(1);
        assertThat(program.errors().lines()).as(program.errors()).hasSize(1);
        assertThat(program.errors()).startsWith(begin).containsPattern("(?i)authoriz");
    }

    private static ProgramProcess load(Principal principal) throws Exception {
        return ProgramProcess.loader(
                directory,
                "load",
                "--quiet",
                "-b",
                stack.bootstrapServers(),
                "--kafka-config",
                stack.clientFile(principal).toString(),
                calls.toString());
    }

    private static ProgramProcess tail(Principal principal) throws Exception {
        return ProgramProcess.console(
                directory,
                "tail",
                "crime_counts",
                "-b",
                stack.bootstrapServers(),
                "--kafka-config",
                stack.clientFile(principal).toString());
    }

    private static ClientRun runJob(Principal principal) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("run", Checkout.find().jobJar().toString()));
        command.addAll(List.of("--bootstrap-servers", stack.bootstrapServers()));
        command.addAll(List.of("--kafka-config", stack.clientFile(principal).toString()));
        command.addAll(List.of("--bounded", "--delivery", "exactly-once"));
        return stack.flink(command);
    }
}
