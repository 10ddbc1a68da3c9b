package io.github.sfcrime.job.arguments;

import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.schemas.RadioCodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The settings of both entries, the job's and the SQL's. */
public final class CommonArguments {

    @Mixin
    private KafkaArguments kafka;

    @Option(
            names = "--query",
            defaultValue = "counts",
            description = "The queries, separated by commas: counts, types, top-types, dispositions, places,"
                    + " districts, response-times, unusual, open-calls, totals.")
    private String query;

    @Option(names = "--top", defaultValue = "10", description = "The number of types in top-types.")
    private int top;

    @Option(
            names = "--goal",
            paramLabel = "PRIORITY=DURATION",
            description = "How long the calls of a priority may take from received to on scene, as in A=8m; for"
                    + " response-times, once for each priority that has a goal.")
    private @Nullable Map<String, Duration> goals;

    @Option(
            names = "--emit-interval",
            defaultValue = "1s",
            description =
                    "The shortest time between rows of a total, or of the open calls, of a group; 0s for every change.")
    private Duration emitInterval;

    @Option(
            names = "--window",
            defaultValue = "1h",
            description = "Length of the windows: divides a day, or is whole days. Whole weeks begin on Monday.")
    private Duration window;

    @Option(names = "--slide", description = "The slide of hopping windows.")
    private @Nullable Duration slide;

    @Option(names = "--cumulate", description = "The step of cumulating windows.")
    private @Nullable Duration cumulate;

    @Option(
            names = "--watermark-bound",
            defaultValue = "10m",
            description = "How far behind the latest call another call may be and never be late.")
    private Duration watermarkBound;

    @Option(
            names = "--idleness",
            defaultValue = "60s",
            description = "Silence after which a partition no longer holds the watermark back; unused in bounded runs.")
    private Duration idleness;

    @Option(
            names = "--join",
            defaultValue = "left",
            description = "left, or inner to drop rows whose disposition is not among the radio codes.")
    private Join join;

    @Option(
            names = "--radio-codes",
            description = "A JSON file of disposition_code and description (default: built in).")
    private @Nullable String radioCodes;

    /** For picocli, which sets the options. */
    public CommonArguments() {}

    /** The topic of calls and the delivery of results. */
    public KafkaSettings kafka() {
        return kafka.settings();
    }

    /** The queries to answer. */
    public Set<Query> queries() {
        Set<Query> queries = EnumSet.noneOf(Query.class);
        for (String title : list(query)) {
            queries.add(Query.titled(title)
                    .orElseThrow(() -> new IllegalArgumentException("query must be one or several of "
                            + Arrays.stream(Query.values()).map(Query::title).collect(Collectors.joining(", ")) + ": "
                            + title)));
        }
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("query must name one: " + query);
        }
        return queries;
    }

    public int top() {
        return top;
    }

    /**
     * The goals of response times, by priority.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Map<String, Duration> goals() {
        if (goals == null) {
            return Map.of();
        }
        goals.forEach((priority, goal) -> {
            if (goal.toMillis() <= 0) {
                throw new IllegalArgumentException("goal must be positive: " + priority + "=" + goal);
            }
        });
        return Map.copyOf(goals);
    }

    public Duration emitInterval() {
        return emitInterval;
    }

    public Duration window() {
        return window;
    }

    public @Nullable Duration slide() {
        return slide;
    }

    public @Nullable Duration cumulate() {
        return cumulate;
    }

    public Duration watermarkBound() {
        return watermarkBound;
    }

    public Duration idleness() {
        return idleness;
    }

    public Join join() {
        return join;
    }

    /** The file of radio codes, null for the built-in ones. */
    public @Nullable String radioCodesFile() {
        return radioCodes;
    }

    /** Descriptions by radio code. */
    public Map<String, String> radioCodes() {
        if (radioCodes == null) {
            return RadioCodes.builtIn();
        }
        try (InputStream json = Files.newInputStream(Path.of(radioCodes))) {
            return RadioCodes.read(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "radio-codes must be a JSON array of objects with disposition_code and description: " + radioCodes
                            + " (" + e.getMessage() + ")",
                    e);
        }
    }

    /** The values of a comma-separated list, without empty ones. */
    public static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
