package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.Sfcrime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls through real pipes, read by a process of its own. */
final class PipedInputTest {

    private static final int CALLS = 500;

    @TempDir
    private Path directory;

    private Path calls;

    @BeforeEach
    void write() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= CALLS; i++) {
            lines.append(ReadBack.json(i)).append('\n');
        }
        calls = Files.writeString(directory.resolve("calls.jsonl"), lines);
    }

    @Test
    void plainCallsComeThroughAPipe() throws Exception {
        assertThat(run("cat calls.jsonl | load -")).contains("read 500, would send 500, would reject 0");
        assertThat(run("load /dev/stdin < calls.jsonl")).contains("read 500, would send 500, would reject 0");
    }

    @ParameterizedTest
    @EnumSource
    void compressedMembersComeThroughAPipeWithAPauseBetweenThem(CompressedInputTest.Compressed compressed)
            throws Exception {
        Files.write(directory.resolve("calls.z"), compressed.of(Files.readString(calls)));

        assertThat(run("(cat calls.z; sleep 1; cat calls.z) | load -"))
                .contains("read 1,000, would send 1,000, would reject 0");
    }

    @Test
    void compressedCallsComeThroughANamedPipe() throws Exception {
        Files.write(directory.resolve("calls.gz"), CompressedInputTest.Compressed.GZIP.of(Files.readString(calls)));

        assertThat(run("mkfifo pipe; (cat calls.gz > pipe) & load pipe"))
                .contains("read 500, would send 500, would reject 0");
    }

    @Test
    void callsComeFromProcessesThatStandForFiles() throws Exception {
        assertThat(run("load <(cat calls.jsonl) <(head -n 7 calls.jsonl)"))
                .contains("read 507, would send 507, would reject 0");
    }

    @Test
    void whatIsCutInAPipeIsToldWithTheExitCodeOfAFailure() throws Exception {
        assertThat(run("head -c 999 calls.jsonl | load -"))
                .contains("standard input, record 11 (line 11): the input is cut short here", "exit 1");
    }

    /** What a shell prints that runs {@code script}, in which {@code load} is the loader that sends nothing. */
    private String run(String script) throws Exception {
        String load = "load() { \"" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "\" -XX:TieredStopAtLevel=1 -cp \"" + System.getProperty("java.class.path") + "\" "
                + Sfcrime.class.getName() + " load --check \"$@\"; echo exit $?; }\n";
        Path out = directory.resolve("out");
        Process shell = new ProcessBuilder("bash", "-c", load + script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(shell.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
