package io.github.sfcrime.benchmarks.sweep;

import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a sweep visits and how long it stays.
 *
 * @param name what it is called in results
 * @param exploratory whether its windows are too short for figures that are quoted
 * @param workload which calls are counted, a file of benchmarks/workloads without its ending
 * @param records how many of them, enough for every cell's warm-up and window
 * @param warmUp what is cut from the beginning, from the first counted call on
 * @param window how long each cell is measured after that
 * @param repetitions how often each cell is visited
 * @param seed what their order is drawn with
 * @param cells the combinations of settings
 */
record Grid(
        String name,
        boolean exploratory,
        String workload,
        long records,
        Duration warmUp,
        Duration window,
        int repetitions,
        long seed,
        List<Cell> cells) {

    static final Duration SHORTEST_STEADY_WINDOW = Duration.ofSeconds(30);

    private static final Set<String> KEYS =
            Set.of("exploratory", "workload", "records", "warm-up", "window", "repetitions", "seed", "generators");

    Grid {
        require(records > 0, "records must be at least 1", records);
        require(repetitions > 0, "repetitions must be at least 1", repetitions);
        require(!warmUp.isNegative(), "warm-up must not be negative", warmUp);
        require(
                exploratory
                        ? window.compareTo(Duration.ofSeconds(1)) >= 0
                        : window.compareTo(SHORTEST_STEADY_WINDOW) >= 0,
                "window must be at least PT30S, or PT1S where exploratory is true",
                window);
    }

    /** The grid in a properties file, or one of ours: {@code quick}, {@code core}, {@code full}, {@code rate}. */
    static Grid read(String nameOrFile) {
        Path file = Path.of(nameOrFile);
        var resource = Grid.class.getResource(nameOrFile + ".properties");
        try {
            if (Files.isRegularFile(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    return parse(file.getFileName().toString().replaceAll("\\.properties$", ""), reader);
                }
            }
            if (resource != null) {
                try (Reader reader = new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8)) {
                    return parse(nameOrFile, reader);
                }
            }
        } catch (IOException e) {
            throw new UserErrorException("cannot read the grid " + nameOrFile + ": " + e.getMessage());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UserErrorException("cannot use the grid " + nameOrFile + ": " + e.getMessage());
        }
        throw new UserErrorException("there is no grid " + nameOrFile + ": name a file, or quick, core, full or rate");
    }

    private static Grid parse(String name, Reader reader) throws IOException {
        Map<String, String> settings = inOrder(reader);
        Set<String> unknown = new TreeSet<>(settings.keySet());
        unknown.removeIf(key -> KEYS.contains(key) || Factor.isOne(key));
        require(unknown.isEmpty(), "there are no such settings", unknown);
        List<Factor> factors = new ArrayList<>();
        settings.forEach((key, value) -> {
            if (Factor.isOne(key)) {
                factors.add(new Factor(
                        key,
                        Arrays.stream(value.split(",", -1)).map(String::strip).toList()));
            }
        });
        return new Grid(
                name,
                Boolean.parseBoolean(settings.getOrDefault("exploratory", "false")),
                settings.getOrDefault("workload", "dense"),
                Long.parseLong(settings.getOrDefault("records", "60000000")),
                Duration.parse(settings.getOrDefault("warm-up", "PT10S")),
                Duration.parse(settings.getOrDefault("window", "PT30S")),
                Integer.parseInt(settings.getOrDefault("repetitions", "3")),
                Long.parseLong(settings.getOrDefault("seed", "1")),
                Design.of(factors, settings.getOrDefault("generators", "")).cells());
    }

    /** Properties forget the order in which they stand, which generators refer to. */
    private static Map<String, String> inOrder(Reader reader) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                settings.put((String) key, ((String) value).strip());
                return value;
            }
        }.load(reader);
        return settings;
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
