package io.github.sfcrime.benchmarks.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.local.stack.ClusterSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order in which a sweep visits its cells: each once per repetition, shuffled; cells that share a cluster stay
 * together, so that it is restarted between such blocks only, and the blocks are shuffled, too.
 */
final class Visits {

    private Visits() {}

    /** All visits of a grid; the same seed gives the same order. */
    static List<Visit> of(Grid grid) {
        Random random = new Random(grid.seed());
        List<Visit> visits = new ArrayList<>();
        for (int repetition = 1; repetition <= grid.repetitions(); repetition++) {
            Map<ClusterSettings, List<Cell>> blocks = new LinkedHashMap<>();
            grid.cells()
                    .forEach(cell -> blocks.computeIfAbsent(cell.cluster(), cluster -> new ArrayList<>())
                            .add(cell));
            List<List<Cell>> order = new ArrayList<>(blocks.values());
            Collections.shuffle(order, random);
            for (List<Cell> block : order) {
                Collections.shuffle(block, random);
                for (Cell cell : block) {
                    visits.add(new Visit(cell, repetition));
                }
            }
        }
        return visits;
    }

    /** Those that a file of results tells of already, for a grid of that name. */
    static Set<Visit> done(Path results, String grid) {
        Set<Visit> done = new HashSet<>();
        if (!Files.exists(results)) {
            return done;
        }
        try {
            for (String line : Files.readAllLines(results)) {
                JsonNode run = new JsonMapper().readTree(line);
                if (run.path("kind").asText().equals("sweep")
                        && run.path("grid").asText().equals(grid)) {
                    Map<String, String> settings = new TreeMap<>();
                    run.path("settings")
                            .properties()
                            .forEach(setting -> settings.put(
                                    setting.getKey(), setting.getValue().asText()));
                    done.add(
                            new Visit(new Cell(settings), run.path("repetition").asInt()));
                }
            }
            return done;
        } catch (IOException e) {
            throw new UserErrorException("cannot go on with " + results + ": " + e.getMessage()
                    + ": mend its last line or name another file");
        }
    }
}
