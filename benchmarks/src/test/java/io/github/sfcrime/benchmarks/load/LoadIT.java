package io.github.sfcrime.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.benchmarks.Output;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures each contender once, with few calls. */
@Tag("full")
class LoadIT {

    @Test
    void everyContenderSendsAllCalls() throws Exception {
        Output output = Output.of("load", "--records", "20000", "--repetitions", "1");
        assertThat(output.exitCode()).as(String.join("\n", output.err())).isZero();

        List<String> contenders = new ArrayList<>();
        for (String line : output.out().lines().toList()) {
            JsonNode run = new ObjectMapper().readTree(line);
            assertThat(run.path("records").asLong()).isEqualTo(20_000);
            assertThat(run.path("recordsPerSecond").asDouble()).isPositive();
            contenders.add(run.path("contender").asText());
        }
        assertThat(contenders).containsExactly("jsonl", "csv", "producer-performance");
    }
}
