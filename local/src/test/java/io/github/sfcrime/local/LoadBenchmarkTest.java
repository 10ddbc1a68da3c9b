package io.github.sfcrime.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.local.stack.BrokerSettings;
import io.github.sfcrime.local.stack.Stack;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs, with few calls. */
@Tag("full")
class LoadBenchmarkTest {

    @TempDir
    private Path directory;

    @Test
    void everyStepIsMeasured() throws Exception {
        try (Stack stack = Stack.temporary()) {
            stack.startBroker(BrokerSettings.onFreePort());
            assertThat(new LoadBenchmark(directory)
                            .measure(stack.bootstrapServers(), 20_000, 1)
                            .lines()
                            .map(line -> line.replaceAll("\\d[\\d.,]*", "#").replaceAll(" +", " ")))
                    .containsExactly(
                            "records/s, medians of # rounds",
                            "generate, to a file #",
                            "load, parse #",
                            "load, sort #",
                            "load, send #",
                            "load, whole #",
                            "load, whole, a tenth as many #",
                            "ProducerPerformance #",
                            "of ProducerPerformance: send # whole #");
        }
    }
}
