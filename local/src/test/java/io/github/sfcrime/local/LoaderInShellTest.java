package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loader as a shell starts it: in pipes, on a terminal. */
class LoaderInShellTest {

    @TempDir
    private Path directory;

    @Test
    void callsGoThroughAPipeWhoseReaderHasSeenEnough() throws Exception {
        Shell shell = shell("sfcrime generate -n 100000 -o - | head -n 2; echo ${PIPESTATUS[0]}");

        List<String> lines = shell.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.subList(0, 2)).allMatch(line -> line.startsWith("{\"crime_id\":"));
        assertThat(lines.get(2)).isEqualTo("0");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void allCallsGoThroughAPipe() throws Exception {
        Shell shell = shell("sfcrime generate -n 1000 -o - | wc -l");

        assertThat(shell.out().strip()).isEqualTo("1000");
        assertThat(shell.err()).startsWith("standard output: made 1,000 calls in ");
    }

    @Test
    void aBarIsShownOnATerminalOnly() throws Exception {
        assertThat(shell("sfcrime generate -n 200000 -o calls.jsonl").err())
                .doesNotContain("generating")
                .contains("made 200,000 calls");
        assertThat(shell("export -f sfcrime; script -qec 'sfcrime generate -n 200000 -o calls.jsonl' /dev/null")
                        .out())
                .contains("generating", "made 200,000 calls");
    }

    @Test
    void namesOfFilesHaveLettersOfEveryAlphabetWhereTheLocaleHasThem() throws Exception {
        String line = "name=$'caf\\303\\251 \\346\\261\\237'; ";
        Shell written =
                shell(line + "LC_ALL=C.UTF-8 sfcrime generate -n 5 -o \"$name.jsonl\" && ls \"$name.jsonl\" | wc -l");
        assertThat(written.out().strip()).as(written.err()).isEqualTo("1");
        Shell read = shell(line + "mkdir \"$name\"; touch \"$name.properties\"; LC_ALL=C.UTF-8 sfcrime load"
                + " -b 127.0.0.1:1 --sort-directory \"$name\" --rejects \"$name/rejects\""
                + " --kafka-config \"$name.properties\" \"$name.jsonl\"");
        assertThat(read.err()).startsWith("sfcrime load: no Kafka broker answers at 127.0.0.1:1");
    }

    @Test
    void withoutThemAFileNameIsAMistakeThatTheLocaleIsNamedFor() throws Exception {
        String told = "this locale has no such letters, set LC_ALL=C.UTF-8 or another of UTF-8";
        String line = "export LC_ALL=C; name=$'caf\\303\\251'; ";
        assertThat(shell(line + "sfcrime generate -o \"$name.jsonl\"").err())
                .startsWith("sfcrime generate: Invalid value for option '--output': cannot use the file name ")
                .contains(told)
                .hasLineCount(1);
        assertThat(shell(line + "sfcrime load \"$name.jsonl\"").err())
                .startsWith("sfcrime load: cannot use the file name ")
                .contains(told)
                .hasLineCount(1);
    }

    /** Runs a line in which {@code sfcrime} is the loader. */
    private Shell shell(String line) throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "sfcrime() { '" + Path.of(System.getProperty("java.home"), "bin", "java")
                                + "' -Xmx256m io.github.sfcrime.cli.Sfcrime \"$@\"; }\n" + line)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        bash.environment()
                .putAll(Map.of("CLASSPATH", Checkout.find().programClassPath("loader"), "SHELL", "/bin/bash"));
        bash.start().waitFor();
        return new Shell(Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    private record Shell(String out, String err) {}
}
