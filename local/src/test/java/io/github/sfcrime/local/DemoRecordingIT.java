package io.github.sfcrime.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records what the demo shows, for the README. */
@Tag("full")
class DemoRecordingIT {

    private static final String COMMAND = "./sfcrime demo --records 20000";

    @Test
    void theDemoShowsWindowsAndASummary() throws Exception {
        TerminalRecording recording = new TerminalRecording(COMMAND);
        Process demo = demo();
        long start = System.nanoTime();
        try (BufferedReader lines = demo.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                recording.add(Duration.ofNanos(System.nanoTime() - start), line);
            }
        }
        assertThat(demo.waitFor()).isZero();

        Path file = Files.writeString(Pictures.file("demo.svg"), recording.svg());

        assertThat(file).content().contains("Passing Call", "20,000 read = 20,000 sent + 0 rejected");
    }

    private static Process demo() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dsfcrime.home=" + Checkout.find().root(),
                        "io.github.sfcrime.cli.Sfcrime",
                        "demo",
                        "--records",
                        "20000"))
                .redirectErrorStream(true);
        builder.environment().put("CLASSPATH", Checkout.find().programClassPath("local"));
        return builder.start();
    }
}
