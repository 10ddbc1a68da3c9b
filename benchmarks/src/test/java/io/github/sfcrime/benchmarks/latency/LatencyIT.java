package io.github.sfcrime.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.benchmarks.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures latency once, briefly: every call is counted by a total that can be read. */
class LatencyIT {

    @TempDir
    Path directory;

    @Test
    void everyCallOfTheJobIsReadable() throws IOException {
        assertThat(measured("job", "at-least-once").path("unread").asLong()).isZero();
    }

    @Test
    void theJobsCommittedTotalsAreReadableAfterTheirCheckpoint() throws IOException {
        assertThat(measured("job", "exactly-once").path("checkpointP99Millis").asDouble())
                .isPositive();
    }

    @Test
    void everyCallOfFlinksKeyedProcessFunctionIsReadable() throws IOException {
        assertThat(measured("standard-totals", "exactly-once").path("unread").asLong())
                .isZero();
    }

    private JsonNode measured(String contender, String delivery) throws IOException {
        Path raw = directory.resolve("raw.jsonl");
        Output output = Output.of(
                "latency",
                "--contender",
                contender,
                "--rate",
                "500",
                "--warm-up",
                "PT2S",
                "--duration",
                "PT4S",
                "--delivery",
                delivery,
                "--checkpoint-interval",
                "PT0.5S",
                "--raw",
                raw.toString());
        assertThat(output.exitCode()).as(String.join("\n", output.err())).isZero();
        JsonNode run = new ObjectMapper().readTree(Files.readAllLines(raw).get(0));
        assertThat(run.path("calls").asLong()).isEqualTo(2_000);
        assertThat(run.path("unread").asLong()).isZero();
        assertThat(run.path("percentiles").path("99.0").asDouble()).isPositive();
        assertThat(run.path("samples")).isNotEmpty();
        return run;
    }
}
