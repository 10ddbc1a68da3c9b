package io.github.sfcrime.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sfcrime.benchmarks.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every contender once, small, in processes of its own. */
class CompareIT {

    private static final String RECORDS = "20000";

    @TempDir
    Path directory;

    @Test
    void everyContendersRowsAreTheOraclesAndEveryOneHasARate() throws IOException {
        Path raw = directory.resolve("raw.jsonl");

        Output compared = compare(
                "dense", "job,standard-window,standard-window-our-decoder,kafka-streams,consumer,consumer-decode", raw);

        assertThat(compared.exitCode()).as(String.join("\n", compared.err())).isZero();
        assertThat(contenders(compared))
                .containsExactly(
                        "job true 2558",
                        "standard-window true 2558",
                        "standard-window-our-decoder true 2558",
                        "kafka-streams true 2558",
                        "consumer null null",
                        "consumer-decode null null");
        assertThat(rawContenders(raw))
                .containsExactly(
                        "consumer",
                        "consumer-decode",
                        "job",
                        "kafka-streams",
                        "standard-window",
                        "standard-window-our-decoder");
    }

    @Test
    void callsInTheirOrderOfArrivalInPartitionsThatAreApartAreCountedAsWell() throws IOException {
        Output compared = compare("arrival", "job", directory.resolve("raw.jsonl"));

        assertThat(compared.exitCode()).as(String.join("\n", compared.err())).isZero();
    }

    @Test
    void everyContendersTotalsAreTheOracles() throws IOException {
        Output compared = compare("totals", "job,standard-window,kafka-streams", directory.resolve("raw.jsonl"));

        assertThat(compared.exitCode()).as(String.join("\n", compared.err())).isZero();
    }

    @Test
    @Tag("full")
    void sparksAndDuckDbsTotalsAreTheOracles() throws IOException {
        Output compared = compare("totals", "spark,duckdb", directory.resolve("raw.jsonl"));

        assertThat(compared.exitCode()).as(String.join("\n", compared.err())).isZero();
    }

    @Test
    @Tag("full")
    void sparksJetsAndDuckDbsRowsAreTheOracles() throws IOException {
        Output compared = compare("dense", "spark,jet,duckdb", directory.resolve("raw.jsonl"));

        assertThat(compared.exitCode()).as(String.join("\n", compared.err())).isZero();
        assertThat(contenders(compared)).containsExactly("spark true 2558", "jet true 2558", "duckdb true 2558");
    }

    private static Output compare(String workload, String contenders, Path raw) {
        return Output.of(
                "compare",
                "--workload",
                workload,
                "--records",
                RECORDS,
                "--repetitions",
                "1",
                "--parallelism",
                "2",
                "--contenders",
                contenders,
                "--format",
                "json",
                "--raw",
                raw.toString());
    }

    private static List<String> contenders(Output compared) throws IOException {
        List<String> told = new ArrayList<>();
        for (JsonNode contender : new ObjectMapper().readTree(compared.out()).get("contenders")) {
            assertThat(contender.get("minRecordsPerSecond").asLong()).isPositive();
            told.add(contender.get("name").asText() + " " + contender.get("rowsEqualOracle") + " "
                    + contender.get("resultsOut"));
        }
        return told;
    }

    private static SortedSet<String> rawContenders(Path raw) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (String line : Files.readAllLines(raw)) {
            JsonNode run = new ObjectMapper().readTree(line);
            assertThat(run.get("samples")).isNotEmpty();
            assertThat(run.get("machine").get("cores").asInt()).isPositive();
            names.add(run.get("contender").asText());
        }
        return names;
    }
}
