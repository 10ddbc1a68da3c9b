package io.github.sfcrime.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.Checkout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the script says of the benchmarks before anything is built. */
class BenchUsageTest {

    @Test
    void aBareBenchNamesEveryBenchmarkAndBuildsNothing() throws Exception {
        Process script =
                new ProcessBuilder(Checkout.find().root().resolve("sfcrime").toString(), "bench").start();
        List<String> said = new String(script.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();

        assertThat(script.waitFor()).isEqualTo(2);
        assertThat(said)
                .containsExactlyElementsOf(
                        new CommandLine(Bench.class).getSubcommands().keySet());
    }
}
