package io.github.sfcrime.benchmarks.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Raw results of any benchmarks.
 *
 * @param runs all of them, in the order of their files
 */
record Results(List<JsonNode> runs) {

    static Results read(List<Path> files) {
        List<JsonNode> runs = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        for (Path file : files) {
            try {
                for (String line : Files.readAllLines(file)) {
                    runs.add(json.readTree(line));
                }
            } catch (IOException e) {
                throw new UserErrorException("cannot read the results in " + file + ": " + e.getMessage());
            }
        }
        return new Results(runs);
    }

    /** The runs of one kind: compare, sweep, latency, scale, heap, load or soak. */
    List<JsonNode> ofKind(String kind) {
        return runs.stream()
                .filter(run -> run.path("kind").asText().equals(kind))
                .toList();
    }

    /** The different values that a field has among runs, in the order in which they first occur. */
    static List<String> values(List<JsonNode> runs, String field) {
        return runs.stream().map(run -> run.path(field).asText()).distinct().toList();
    }

    static List<JsonNode> where(List<JsonNode> runs, String field, String value) {
        return runs.stream()
                .filter(run -> run.path(field).asText().equals(value))
                .toList();
    }

    /** A figure of each run. */
    static double[] figures(List<JsonNode> runs, String field) {
        return runs.stream().mapToDouble(run -> run.path(field).asDouble()).toArray();
    }
}
