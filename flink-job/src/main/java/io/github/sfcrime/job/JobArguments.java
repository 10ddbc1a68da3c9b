package io.github.sfcrime.job;

import io.github.sfcrime.job.kafka.StartingOffsets;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.windows.WindowShape;
import io.github.sfcrime.schemas.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.flink.util.ParameterTool;

/** Reads the job's settings from the arguments of {@code flink run}; its errors name the setting and the value. */
final class JobArguments {

    private static final List<String> KNOWN = List.of(
            "bootstrap-servers",
            "topic",
            "group-id",
            "window",
            "slide",
            "cumulate",
            "watermark-bound",
            "idleness",
            "start",
            "bounded",
            "join",
            "kafka-config");

    /** What {@link ParameterTool} holds for a setting that nothing follows. */
    private static final String NO_VALUE = "__NO_VALUE_KEY";

    private final ParameterTool arguments;

    private JobArguments(ParameterTool arguments) {
        this.arguments = arguments;
    }

    /**
     * The settings that {@code args} give, the defaults where they are silent.
     *
     * @throws IllegalArgumentException if a setting is unknown or its value is not one
     */
    static JobSettings parse(String... args) {
        ParameterTool arguments = ParameterTool.fromArgs(args);
        arguments.toMap().forEach((name, value) -> {
            requireKnown(name);
            JobSettings.require(!value.equals(NO_VALUE) || name.equals("bounded"), "a value must follow", "--" + name);
        });
        return new JobArguments(arguments).settings();
    }

    private JobSettings settings() {
        return new JobSettings(
                arguments.get("bootstrap-servers", "localhost:9092"),
                arguments.get("topic", Topic.CRIME_DATA.name()),
                arguments.get("group-id", "sfcrime"),
                window(),
                duration("watermark-bound", Duration.ofMinutes(10)),
                duration("idleness", Duration.ofSeconds(60)),
                new StartingOffsets(arguments.get("start", "earliest")),
                flag("bounded"),
                join(),
                kafkaConfig());
    }

    private WindowShape window() {
        Duration size = duration("window", Duration.ofHours(1));
        if (arguments.has("slide") && arguments.has("cumulate")) {
            throw new IllegalArgumentException("slide and cumulate exclude each other: a window hops or it grows");
        }
        if (arguments.has("slide")) {
            return WindowShape.hopping(size, duration("slide", size));
        }
        if (arguments.has("cumulate")) {
            return WindowShape.cumulating(size, duration("cumulate", size));
        }
        return WindowShape.tumbling(size);
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

    private boolean flag(String name) {
        String value = arguments.get(name, "false");
        return switch (value) {
            case "true", NO_VALUE -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(name + " must be true or false: " + value);
        };
    }

    private Join join() {
        String value = arguments.get("join", "left");
        return Arrays.stream(Join.values())
                .filter(join -> join.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("join must be left or inner: " + value));
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

    private static void requireKnown(String name) {
        if (!KNOWN.contains(name)) {
            LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
            String nearest = KNOWN.stream()
                    .min(Comparator.comparing(known -> distance.apply(known, name)))
                    .orElseThrow();
            throw new IllegalArgumentException("unknown setting --" + name + ", did you mean --" + nearest + "? All: "
                    + KNOWN.stream().map(known -> "--" + known).collect(Collectors.joining(" ")));
        }
    }
}
