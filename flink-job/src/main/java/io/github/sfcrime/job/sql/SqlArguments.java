package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.kafka.KafkaSettings;
import io.github.sfcrime.job.kafka.StartingOffsets;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.util.ParameterTool;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the SQL from the arguments of {@code flink run}; its errors name the setting and the value. */
final class SqlArguments {

    private static final Set<String> KNOWN = Set.of(
            "bootstrap-servers",
            "topic",
            "group-id",
            "query",
            "window",
            "slide",
            "cumulate",
            "watermark-bound",
            "idleness",
            "start",
            "bounded",
            "fail-on-data-loss",
            "delivery",
            "join",
            "radio-codes",
            "top",
            "emit-interval",
            "kafka-config");

    private final ParameterTool arguments;

    private SqlArguments(ParameterTool arguments) {
        this.arguments = arguments;
    }

    static SqlSettings parse(String... args) {
        ParameterTool arguments = ParameterTool.fromArgs(args);
        arguments.toMap().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("unknown setting --" + name + " of the SQL, which has "
                            + KNOWN.stream().sorted().toList());
                });
        return new SqlArguments(arguments).settings();
    }

    private SqlSettings settings() {
        return new SqlSettings(
                kafka(),
                duration("watermark-bound", Duration.ofMinutes(10)),
                duration("idleness", Duration.ofSeconds(60)),
                queries(),
                new SqlWindow(duration("window", Duration.ofHours(1)), optional("slide"), optional("cumulate")),
                arguments.getInt("top", 10),
                duration("emit-interval", Duration.ofSeconds(1)),
                oneOf("join", Join.LEFT),
                radioCodes());
    }

    private @Nullable String radioCodes() {
        String file = arguments.get("radio-codes");
        if (file == null) {
            return null;
        }
        try (InputStream json = Files.newInputStream(Path.of(file))) {
            RadioCodes.read(json);
            return file;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "radio-codes must be a JSON array of objects with disposition_code and description: " + file, e);
        }
    }

    private KafkaSettings kafka() {
        return new KafkaSettings(
                arguments.get("bootstrap-servers", "localhost:9092"),
                arguments.get("topic", Topic.CRIME_DATA.name()),
                arguments.get("group-id", "sfcrime"),
                new StartingOffsets(arguments.get("start", "earliest")),
                arguments.has("bounded") && !arguments.get("bounded").equals("false"),
                arguments.getBoolean("fail-on-data-loss", true),
                oneOf("delivery", KafkaSettings.Delivery.AT_LEAST_ONCE),
                null,
                kafkaConfig());
    }

    private Set<Query> queries() {
        Set<Query> queries = EnumSet.noneOf(Query.class);
        for (String title : arguments.get("query", Query.COUNTS.title()).split(",", -1)) {
            queries.add(Query.titled(title)
                    .orElseThrow(() -> new IllegalArgumentException("query must be one or several of "
                            + Arrays.stream(Query.values()).map(Query::title).collect(Collectors.joining(", ")) + ": "
                            + title)));
        }
        return queries;
    }

    private <E extends Enum<E>> E oneOf(String name, E otherwise) {
        String value = arguments.get(name, title(otherwise));
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(constant -> title(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such " + name + ": " + value));
    }

    private static String title(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable Duration optional(String name) {
        return arguments.has(name) ? duration(name, Duration.ZERO) : null;
    }

    private Duration duration(String name, Duration otherwise) {
        String value = arguments.get(name);
        try {
            return value == null ? otherwise : Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " must be an ISO 8601 duration such as PT1H, PT10M or P1D: " + value, e);
        }
    }

    private Properties kafkaConfig() {
        Properties config = new Properties();
        String file = arguments.get("kafka-config");
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(Path.of(file))) {
                config.load(reader);
            } catch (IOException e) {
                throw new IllegalArgumentException(
                        "kafka-config must be a properties file that can be read: " + file, e);
            }
        }
        return config;
    }
}
