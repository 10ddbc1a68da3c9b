package io.github.sfcrime.benchmarks.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.benchmarks.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps once, small. */
class SweepIT {

    @TempDir
    Path directory;

    @Test
    void everyCellIsMeasuredOnceAndASecondSweepHasNothingLeftToDo() throws IOException {
        Path grid = Files.writeString(directory.resolve("small.properties"), """
                exploratory = true
                records = 3000000
                warm-up = PT1S
                window = PT1S
                repetitions = 1
                parallelism = 2
                kafka.max.poll.records = 500, 5000
                flink.state.backend.type = hashmap, rocksdb
                flink.state.backend.rocksdb.memory.fixed-per-slot = 64m
                """);
        Path raw = directory.resolve("raw.jsonl");

        Output first = Output.of("sweep", "--grid", grid.toString(), "--raw", raw.toString());
        List<String> results = results(raw);
        Output second = Output.of("sweep", "--grid", grid.toString(), "--raw", raw.toString());

        assertThat(first.exitCode()).as(String.join("\n", first.err())).isZero();
        assertThat(results).containsExactlyInAnyOrder("hashmap 500", "hashmap 5000", "rocksdb 500", "rocksdb 5000");
        assertThat(second).isEqualTo(new Output(0, "", List.of("small (exploratory): 0 of 4 visits to go")));
        assertThat(results(raw)).isEqualTo(results);
    }

    private static List<String> results(Path raw) throws IOException {
        List<String> results = new ArrayList<>();
        for (String line : Files.readAllLines(raw)) {
            JsonNode run = new ObjectMapper().readTree(line);
            assertThat(run.path("failure").isNull()).as(line).isTrue();
            assertThat(run.path("recordsPerSecond").asDouble()).isPositive();
            assertThat(run.path("processingDelay").path("meanMillis").isNumber())
                    .as(line)
                    .isTrue();
            assertThat(run.path("machine").path("cores").asInt()).isPositive();
            results.add(run.path("settings").path("flink.state.backend.type").asText() + " "
                    + run.path("settings").path("kafka.max.poll.records").asText());
        }
        return results;
    }
}
