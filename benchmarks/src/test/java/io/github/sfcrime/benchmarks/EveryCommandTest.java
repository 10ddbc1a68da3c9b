package io.github.sfcrime.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.Sfcrime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all commands have in common, in the one program that has all of them on its class path. */
class EveryCommandTest {

    private static final List<String> COMMANDS = List.of(
            "demo",
            "up",
            "down",
            "status",
            "logs",
            "load",
            "generate",
            "tail",
            "progress",
            "board",
            "watch",
            "bench",
            "chaos",
            "completion");
    private static final List<String> BENCHMARKS =
            List.of("compare", "guard", "sweep", "latency", "scale", "load", "report");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("commands")
    void helpAndVersionAreTheSameEverywhere(List<String> command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: sfcrime " + String.join(" ", command), "--help", "--version");
        out.getBuffer().setLength(0);
        assertThat(execute(command, "--version")).isZero();
        assertThat(out.toString()).matches("sfcrime \\d+\\.\\d+.*\n");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theSameMistakeGetsTheSameHelpAndTheSameExitCode(List<String> command) {
        assertThat(execute(command, "--no-such-option")).isEqualTo(2);
        String name = "sfcrime " + String.join(" ", command);
        assertThat(err.toString())
                .matches(name + ": (Unknown option: '--no-such-option'|Missing required ).* \\(see " + name
                        + " --help\\)\n");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandKnowsTheStack(List<String> command) {
        assertThat(execute(command, "--help")).isZero();
        assertThat(out.toString()).contains("--dir=DIR");
    }

    @Test
    void whatMakesAShellCompleteKnowsTheOptionsOfAll() {
        assertThat(execute(List.of("completion"))).isZero();
        assertThat(out.toString())
                .contains(
                        "_picocli_sfcrime_load()",
                        "--exactly-once",
                        "--calls-per-hour",
                        "--kafka-port",
                        "--until-done",
                        "--follow",
                        "--interval",
                        "--windows",
                        "_picocli_sfcrime_bench_compare()",
                        "--contenders");
    }

    private static Stream<List<String>> commands() {
        return Stream.concat(
                COMMANDS.stream().map(List::of), BENCHMARKS.stream().map(name -> List.of("bench", name)));
    }

    private int execute(List<String> command, String... more) {
        String[] arguments = Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
        return new Sfcrime(out, Map.of())
                .commandLine(arguments)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
