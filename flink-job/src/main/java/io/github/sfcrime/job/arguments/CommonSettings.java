package io.github.sfcrime.job.arguments;

import io.github.sfcrime.job.kafka.KafkaSettings;
import io.github.sfcrime.job.kafka.StartingOffsets;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.RegistrySettings;
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

/** Settings that both entries read the same way, the defaults where the arguments are silent. */
public final class CommonSettings {

    /** Names of what {@link #kafka} reads. */
    public static final List<String> KAFKA = List.of(
            "bootstrap-servers",
            "topic",
            "group-id",
            "kafka-config",
            "schema-registry",
            "schema-registry-config",
            "start",
            "bounded",
            "partition-discovery",
            "max-records-per-second",
            "fail-on-data-loss",
            "delivery");

    /** Names that need no value. */
    public static final List<String> FLAGS = List.of("bounded", "fail-on-data-loss");

    /** Far below the usual bound of watermarks, so that the first calls of a partition that is added are not late. */
    private static final Duration PARTITION_DISCOVERY = Duration.ofMinutes(1);

    private CommonSettings() {}

    /** Where calls come from and how results are delivered. */
    public static KafkaSettings kafka(Arguments arguments) {
        return new KafkaSettings(
                arguments.text("bootstrap-servers", "localhost:9092"),
                arguments.text("topic", Topic.CRIME_DATA.name()),
                arguments.text("group-id", "sfcrime"),
                new StartingOffsets(arguments.text("start", "earliest")),
                arguments.flag("bounded", false),
                arguments.duration("partition-discovery", PARTITION_DISCOVERY),
                arguments.number("max-records-per-second"),
                arguments.flag("fail-on-data-loss", true),
                arguments.oneOf("delivery", KafkaSettings.Delivery.AT_LEAST_ONCE),
                registry(arguments),
                arguments.properties("kafka-config"));
    }

    private static @Nullable RegistrySettings registry(Arguments arguments) {
        String url = arguments.text("schema-registry");
        if (url == null) {
            if (arguments.text("schema-registry-config") != null) {
                throw new IllegalArgumentException("schema-registry-config is about schema-registry: add that");
            }
            return null;
        }
        return RegistrySettings.of(url, arguments.properties("schema-registry-config"));
    }

    /** The questions that are asked, by {@code query}. */
    public static Set<Query> queries(Arguments arguments) {
        Set<Query> queries = EnumSet.noneOf(Query.class);
        for (String title : arguments.list("query", Query.COUNTS.title())) {
            queries.add(Query.titled(title)
                    .orElseThrow(() -> new IllegalArgumentException("query must be one or several of "
                            + Arrays.stream(Query.values()).map(Query::title).collect(Collectors.joining(", ")) + ": "
                            + title)));
        }
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("query must name one: " + arguments.text("query"));
        }
        return queries;
    }

    /** What dispositions mean, by the file that {@code radio-codes} names or else as built in. */
    public static Map<String, String> radioCodes(Arguments arguments) {
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
}
