package io.github.sfcrime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The root, with no other command on the class path than what makes a shell complete. */
class SfcrimeTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theHelpListsEveryCommand() {
        assertThat(execute("--help")).isZero();
        assertThat(commands(out.toString())).containsExactlyElementsOf(names());
    }

    @Test
    void theScriptListsTheSameCommandsInTheSameWords() throws IOException {
        String script = Files.readString(Path.of("../sfcrime"));
        String usage = script.substring(script.indexOf("<<'USAGE'"), script.indexOf("\nUSAGE\n"));
        assertThat(execute("--help")).isZero();
        assertThat(described(usage)).isEqualTo(described(out.toString())).hasSize(Subcommand.values().length);
    }

    @Test
    void anUnknownCommandIsAMistakeWithSuggestions() {
        assertThat(execute("taill")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        "sfcrime: Unmatched argument at index 0: 'taill', did you mean tail or status? (see sfcrime --help)\n");
    }

    @Test
    void noCommandIsAMistake() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err).hasToString("sfcrime: Missing required subcommand (see sfcrime --help)\n");
    }

    @Test
    void theVersionIsThatOfTheBuildWhicheverCommandIsAsked() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = "sfcrime " + pom.replaceAll("(?s).*?<version>(.*?)</version>.*", "$1") + "\n";

        assertThat(execute("--version")).isZero();
        assertThat(out).hasToString(version);
        out.getBuffer().setLength(0);
        assertThat(execute("completion", "--version")).isZero();
        assertThat(out).hasToString(version);
    }

    @Test
    void whatMakesAShellCompleteKnowsTheCommandsThatAreThere() {
        assertThat(execute("completion")).isZero();
        assertThat(out.toString()).contains("_picocli_sfcrime_completion()").doesNotContain("bench");
        assertThat(out.toString()).contains("complete -F _complete_sfcrime -o default sfcrime");
    }

    private int execute(String... arguments) {
        return new Sfcrime(out, Map.of())
                .commandLine(arguments)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(120)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static List<String> names() {
        return Arrays.stream(Subcommand.values()).map(Enum::name).toList();
    }

    private static List<String> commands(String help) {
        return described(help).stream().map(line -> line.split(" ", 2)[0]).toList();
    }

    private static List<String> described(String help) {
        return Pattern.compile("^  ([a-z]+)  +(\\S.*)$", Pattern.MULTILINE)
                .matcher(help)
                .results()
                .map((MatchResult line) -> line.group(1) + " " + line.group(2))
                .toList();
    }
}
