package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.process.StackDirectory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenPipeTest {

    @TempDir
    Path directory;

    @Test
    void followingTheLogsEndsInSilenceWhenNobodyReadsThem() throws Exception {
        StackDirectory place = StackDirectory.create(directory);
        Path log = Files.writeString(place.log("broker"), "started\n");
        Path errors = directory.resolve("errors");
        Process logs = logs(errors);
        try (BufferedReader head = logs.inputReader()) {
            assertThat(head.readLine()).isEqualTo("==> broker.log <==");
        }

        while (!logs.waitFor(100, TimeUnit.MILLISECONDS)) {
            Files.writeString(log, "more\n", StandardOpenOption.APPEND);
        }

        assertThat(Files.readString(errors)).isEmpty();
        assertThat(logs.exitValue()).isZero();
    }

    private Process logs(Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.github.sfcrime.cli.Sfcrime",
                        "logs",
                        "--dir",
                        directory.toString(),
                        "-f")
                .redirectError(errors.toFile());
        return builder.start();
    }
}
