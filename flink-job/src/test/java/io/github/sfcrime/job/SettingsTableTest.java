package io.github.sfcrime.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.arguments.ArgumentParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The job's settings as its page and its help list them; {@code -Dsettings.write=true} writes the page's table anew. */
class SettingsTableTest {

    private static final Path PAGE = Path.of("../docs/job.md");
    private static final String BEGIN = "<!-- settings: written by SettingsTableTest -->\n";
    private static final String END = "<!-- end of settings -->";

    @Test
    void thePageHasTheTableOfTheOptions() throws IOException {
        String page = Files.readString(PAGE);
        String written =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("settings.write")) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    @Test
    void helpIsPrintedWithEverySettingAndTheJobIsNotRun() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            assertThat(ArgumentParser.printsHelp(new JobArguments(), "--query", "counts", "--help"))
                    .isTrue();
            assertThat(ArgumentParser.printsHelp(new JobArguments(), "--query", "counts"))
                    .isFalse();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("Counts calls for service")
                .contains(options().stream().map(OptionSpec::longestName).toList())
                .contains("Usage: flink run sfcrime-flink-job.jar")
                .doesNotContain("null");
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| setting | default | |\n|---|---|---|\n");
        for (OptionSpec option : options()) {
            table.append("| `%s` | %s | %s |\n"
                    .formatted(
                            option.longestName(),
                            option.defaultValue() == null ? "" : "`" + option.defaultValue() + "`",
                            String.join(" ", option.description()).replaceAll("(?<= )(--[a-z-]+)", "`$1`")));
        }
        return table.toString();
    }

    private static List<OptionSpec> options() {
        return CommandSpec.forAnnotatedObject(new JobArguments()).options().stream()
                .filter(option -> !option.usageHelp())
                .toList();
    }
}
