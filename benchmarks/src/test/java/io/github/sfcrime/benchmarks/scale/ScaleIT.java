package io.github.sfcrime.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.benchmarks.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Measures every kind of growth once, small. */
class ScaleIT {

    @Test
    void moreTypesGiveRightRowsAtACostThatIsTold() throws IOException {
        List<String> told = new ArrayList<>();
        for (JsonNode run : scale("types", "10,1000")) {
            assertThat(run.path("recordsPerSecond").asDouble()).isPositive();
            assertThat(run.path("brokerCpuSecondsPerMillion").asDouble()).isPositive();
            told.add(run.path("value").asText() + " " + run.path("rowsEqualOracle"));
        }

        assertThat(told).containsExactly("10 true", "1000 true");
    }

    @Test
    void theHeapIsLookedAtUntilAllCallsAreIn() throws IOException {
        JsonNode run = scale("memory", "PT1H").get(0);
        JsonNode last = run.path("samples").path(run.path("samples").size() - 1);

        assertThat(last.path("records").asLong()).isEqualTo(50_000);
        assertThat(last.path("heapBytes").asLong()).isPositive();
    }

    private static List<JsonNode> scale(String dimension, String values) throws IOException {
        Output output = Output.of(
                "scale",
                "--dimension",
                dimension,
                "--values",
                values,
                "--records",
                "50000",
                "--warm-up-records",
                "50000",
                "--repetitions",
                "1");
        assertThat(output.exitCode()).as(String.join("\n", output.err())).isZero();
        List<JsonNode> runs = new ArrayList<>();
        for (String line : output.out().lines().toList()) {
            runs.add(new ObjectMapper().readTree(line));
        }
        return runs;
    }
}
