package io.github.sfcrime.job.sql;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
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
            "join",
            "top",
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
                arguments.get("bootstrap-servers", "localhost:9092"),
                arguments.get("topic", "crime_data"),
                arguments.get("group-id", "sfcrime"),
                Arrays.stream(arguments.get("query", "counts").split(","))
                        .map(SqlQuery::named)
                        .distinct()
                        .toList(),
                new SqlWindow(duration("window", Duration.ofHours(1)), optional("slide"), optional("cumulate")),
                duration("watermark-bound", Duration.ofMinutes(10)),
                duration("idleness", Duration.ofSeconds(60)),
                arguments.get("start", "earliest"),
                arguments.has("bounded") && !arguments.get("bounded").equals("false"),
                arguments.get("join", "left").equals("inner"),
                arguments.getInt("top", 10),
                kafkaConfig());
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

    private Map<String, String> kafkaConfig() {
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
        Map<String, String> byName = new TreeMap<>();
        config.forEach((name, value) -> byName.put((String) name, (String) value));
        return byName;
    }
}
