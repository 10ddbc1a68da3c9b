package io.github.sfcrime.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.local.chaos.fault.FaultKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void theHelpNamesEveryFault() {
        assertThat(execute("chaos", "--help")).isZero();
        for (FaultKind kind : FaultKind.values()) {
            assertThat(out.toString()).contains(kind.toString());
        }
    }

    @Test
    void anUnknownFaultOrDeliveryIsAMistake() {
        assertThat(execute("chaos", "--faults", "earthquake")).isEqualTo(2);
        assertThat(err.toString()).contains("is no fault: earthquake; there are taskmanager-kill, ");
        assertThat(execute("chaos", "--delivery", "twice")).isEqualTo(2);
        assertThat(err.toString()).contains("must be at-least-once or exactly-once: twice");
    }

    @Test
    void anUnknownSinkIsAMistake() {
        assertThat(execute("chaos", "--sink", "files")).isEqualTo(2);
        assertThat(err.toString()).contains("expected one of [kafka, postgres]").contains("'files'");
    }

    @Test
    void aRunOfNothingIsAMistake() {
        assertThat(execute("chaos", "--rounds", "0", "--evidence", folder.toString()))
                .isEqualTo(2);
        assertThat(err).hasToString("sfcrime chaos: --rounds must be at least 1: 0\n");
    }

    @Test
    void aFolderWithFilesInItIsRefused() throws Exception {
        Files.createFile(folder.resolve("mine"));

        assertThat(execute("chaos", "--evidence", folder.toString())).isEqualTo(2);
        assertThat(err).hasToString("sfcrime chaos: --evidence must be an empty folder: " + folder + "\n");
    }

    private int execute(String... arguments) {
        return new Sfcrime(out, Map.of())
                .commandLine(arguments)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(160)
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
