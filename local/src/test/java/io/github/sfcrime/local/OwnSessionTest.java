package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.sfcrime.local.process.OwnSession;
import io.github.sfcrime.local.process.StackDirectory;
import io.github.sfcrime.local.stack.StackState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSessionTest {

    @TempDir
    Path folder;

    @Test
    void theProgramLeadsASessionOfItsOwn() throws Exception {
        assertThat(leadsItsSession(OwnSession.prefix())).isTrue();
        assertThat(leadsItsSession(List.of())).isFalse();
    }

    @Test
    void whereThereIsNoSetsidPerlDoesIt() throws Exception {
        assertThat(Files.createFile(folder.resolve("perl")).toFile().setExecutable(true))
                .isTrue();
        List<String> prefix = OwnSession.prefix(folder.toString());

        assertThat(prefix).startsWith("perl");
        assertThat(leadsItsSession(prefix)).isTrue();
    }

    @Test
    void whereThereIsNeitherItOutlivesTheTerminalAtLeast() {
        assertThat(OwnSession.prefix(folder.toString())).containsExactly("nohup");
    }

    /** {@code up} in a script that somebody interrupts. */
    @Test
    void aStackOutlivesTheInterruptOfTheScriptThatStartedIt() throws Exception {
        Path directory = folder.resolve("stack");
        Process script = script("\"$@\" && echo is up && sleep 600", up(directory));
        try {
            await("the stack").atMost(Duration.ofMinutes(5)).until(() -> output().contains("is up"));
            assertThat(signalGroup("INT", script)).isTrue();
            await("the end of the script and all in its group")
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> !signalGroup("0", script));

            assertThat(StackState.of(StackDirectory.at(directory)).isWhole()).isTrue();
        } finally {
            script.destroyForcibly();
            assertThat(Output.of("down", "--dir", directory.toString()).exitCode())
                    .isZero();
        }
    }

    private static boolean leadsItsSession(List<String> prefix) throws Exception {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("sh", "-c", "ps -o sid= -p $$"));
        Process process = new ProcessBuilder(command).start();
        String session = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 && session.strip().equals(Long.toString(process.pid()));
    }

    private static List<String> up(Path directory) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.sfcrime.cli.Sfcrime",
                "up",
                "--dir",
                directory.toString(),
                "--kafka-port",
                "0",
                "--rest-port",
                "0");
    }

    /** A script that leads a process group, as one does that a terminal runs, and that hears of an interrupt. */
    private Process script(String text, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        command.addAll(Signals.heard(List.of("bash", "-c", text, "script")));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private static boolean signalGroup(String signal, Process leader) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-s", signal, "--", "-" + leader.pid())
                        .start()
                        .waitFor()
                == 0;
    }
}
