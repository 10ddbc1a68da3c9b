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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is told of the job's settings, in the README and by the job itself, is what there is. */
class SettingsTableTest {

    private static final String HEAD = "| setting | default | |\n|---|---|---|\n";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** How the README says that a setting has no default. */
    private static final List<String> NO_DEFAULT = List.of("none", "all", "off", "built in");

    @Test
    void theReadmesTableHasEverySettingWithItsDefault() throws IOException {
        assertThat(ofTheReadme()).isEqualTo(ofTheJob());
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
                .contains(ofTheJob().keySet())
                .contains("Usage: flink run sfcrime-flink-job.jar")
                .doesNotContain("null");
    }

    private static Map<String, String> ofTheJob() {
        Map<String, String> settings = new TreeMap<>();
        for (OptionSpec option :
                CommandSpec.forAnnotatedObject(new JobArguments()).options()) {
            if (!option.usageHelp()) {
                settings.put(option.longestName(), option.defaultValue() == null ? "" : option.defaultValue());
            }
        }
        return settings;
    }

    private static Map<String, String> ofTheReadme() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        String table = readme.substring(readme.indexOf(HEAD) + HEAD.length()).split("\n\n", 2)[0];
        Map<String, String> settings = new TreeMap<>();
        table.lines().forEach(line -> {
            String[] cells = line.split("\\|", 4);
            List<String> defaults = NO_DEFAULT.contains(cells[2].strip()) ? List.of() : quoted(cells[2]);
            List<String> names = quoted(cells[1]);
            for (int i = 0; i < names.size(); i++) {
                settings.put(names.get(i), i < defaults.size() ? defaults.get(i) : "");
            }
        });
        return settings;
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(text -> text.group(1)).toList();
    }
}
