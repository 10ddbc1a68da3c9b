package io.github.sfcrime.job;

import io.github.sfcrime.job.calls.CallFilter;
import io.github.sfcrime.job.kafka.KafkaSettings;
import io.github.sfcrime.job.kafka.StartingOffsets;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.windows.Admission;
import io.github.sfcrime.job.windows.Counting;
import io.github.sfcrime.job.windows.WindowShape;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.Topic;
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
import org.jspecify.annotations.Nullable;

/** Reads the job's settings from the arguments of {@code flink run}; its errors name the setting and the value. */
final class JobArguments {

    private static final List<String> KNOWN = List.of(
            "bootstrap-servers",
            "topic",
            "group-id",
            "kafka-config",
            "schema-registry",
            "start",
            "bounded",
            "fail-on-data-loss",
            "delivery",
            "query",
            "window",
            "slide",
            "cumulate",
            "top",
            "emit-interval",
            "time",
            "watermark-bound",
            "idleness",
            "allowed-lateness",
            "types",
            "from",
            "to",
            "deduplicate",
            "future-bound",
            "on-bad-record",
            "join",
            "radio-codes",
            "sink",
            "postgres-config");

    private static final List<String> FLAGS = List.of("bounded", "fail-on-data-loss");

    private static final List<String> SINKS = List.of("kafka", "postgres");

    private final Arguments arguments;

    private JobArguments(Arguments arguments) {
        this.arguments = arguments;
    }

    /**
     * The settings that {@code args} give, the defaults where they are silent.
     *
     * @throws IllegalArgumentException if a setting is unknown or its value is not one
     */
    static JobSettings parse(String... args) {
        return new JobArguments(new Arguments(KNOWN, FLAGS, args)).settings();
    }

    private JobSettings settings() {
        return new JobSettings(
                kafka(),
                new EventTime(
                        arguments.oneOf("time", TimeSource.EVENT),
                        arguments.duration("watermark-bound", Duration.ofMinutes(10)),
                        arguments.duration("idleness", Duration.ofSeconds(60))),
                admission(),
                futureBound(),
                arguments.duration("deduplicate"),
                counting(),
                arguments.oneOf("join", Join.LEFT),
                sinks(),
                arguments.properties("postgres-config"));
    }

    private KafkaSettings kafka() {
        return new KafkaSettings(
                arguments.text("bootstrap-servers", "localhost:9092"),
                arguments.text("topic", Topic.CRIME_DATA.name()),
                arguments.text("group-id", "sfcrime"),
                new StartingOffsets(arguments.text("start", "earliest")),
                arguments.flag("bounded", false),
                arguments.flag("fail-on-data-loss", true),
                arguments.oneOf("delivery", KafkaSettings.Delivery.AT_LEAST_ONCE),
                arguments.text("schema-registry"),
                arguments.properties("kafka-config"));
    }

    private Admission admission() {
        return new Admission(
                new CallFilter(Set.copyOf(arguments.list("types", "")), arguments.time("from"), arguments.time("to")),
                arguments.oneOf("on-bad-record", Admission.BadRecords.DEAD_LETTER));
    }

    private @Nullable Duration futureBound() {
        return arguments.text("future-bound", "").equals("none")
                ? null
                : arguments.duration("future-bound", Duration.ofHours(1));
    }

    private Counting counting() {
        return new Counting(
                queries(),
                window(),
                arguments.duration("allowed-lateness", Duration.ZERO),
                radioCodes(),
                arguments.number("top", 10),
                arguments.duration("emit-interval", Duration.ofSeconds(1)));
    }

    private Set<Query> queries() {
        Set<Query> queries = EnumSet.noneOf(Query.class);
        for (String title : arguments.list("query", Query.COUNTS.title())) {
            queries.add(Query.titled(title)
                    .orElseThrow(() -> new IllegalArgumentException("query must be one or several of "
                            + Arrays.stream(Query.values()).map(Query::title).collect(Collectors.joining(", ")) + ": "
                            + title)));
        }
        JobSettings.require(!queries.isEmpty(), "query must name one", arguments.text("query"));
        return queries;
    }

    private WindowShape window() {
        Duration size = arguments.duration("window", Duration.ofHours(1));
        if (arguments.has("slide") && arguments.has("cumulate")) {
            throw new IllegalArgumentException("slide and cumulate exclude each other: a window hops or it grows");
        }
        if (arguments.has("slide")) {
            return WindowShape.hopping(size, arguments.duration("slide", size));
        }
        if (arguments.has("cumulate")) {
            return WindowShape.cumulating(size, arguments.duration("cumulate", size));
        }
        return WindowShape.tumbling(size);
    }

    private Map<String, String> radioCodes() {
        String file = arguments.text("radio-codes");
        if (file == null) {
            return RadioCodes.builtIn();
        }
        try (InputStream json = Files.newInputStream(Path.of(file))) {
            return RadioCodes.read(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "radio-codes must be a JSON array of objects with disposition_code and description: " + file + " ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    private List<String> sinks() {
        List<String> sinks = arguments.list("sink", "kafka");
        JobSettings.require(
                !sinks.isEmpty() && SINKS.containsAll(sinks), "sink must be one or both of " + SINKS, sinks);
        return sinks;
    }
}
