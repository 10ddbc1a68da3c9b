package io.github.sfcrime.job.arguments;

import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.settings.StartingOffsets;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.RegistrySettings;
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
import picocli.CommandLine.Option;

/** The settings of both entries, the job's and the SQL's. */
public final class CommonArguments {

    /** Far below the usual bound of watermarks, so that the first calls of a partition that is added are not late. */
    private static final String PARTITION_DISCOVERY = "1m";

    @Option(
            names = "--bootstrap-servers",
            defaultValue = "localhost:9092",
            description = "The addresses of Kafka, as HOST:PORT.")
    private String brokers;

    @Option(names = "--topic", defaultValue = "crime_data", description = "The topic of calls.")
    private String topic;

    @Option(
            names = "--group-id",
            defaultValue = "sfcrime",
            description =
                    "The consumer group that offsets are committed under. It also begins the transactional ids, so no two"
                            + " running jobs share it.")
    private String groupId;

    @Option(
            names = "--kafka-config",
            description = "A file of Kafka client properties, passed through: TLS, SASL, fetch sizes.")
    private @Nullable PropertiesFile kafkaConfig;

    @Option(
            names = "--schema-registry",
            description = "URL of a schema registry: calls may be in the Confluent format too, results are in it.")
    private @Nullable String schemaRegistry;

    @Option(
            names = "--schema-registry-config",
            description = "A file with the registry's basic.auth.user.info and ssl.truststore.*.")
    private @Nullable PropertiesFile schemaRegistryConfig;

    @Option(
            names = "--start",
            defaultValue = "earliest",
            description =
                    "Where reading starts: earliest, available, latest, group or an instant, which is a time of appending."
                            + " earliest refuses a topic whose beginning is gone, available starts with what is left.")
    private String start;

    @Option(
            names = "--bounded",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Stop at the end offsets that the topic has when the job starts.")
    private boolean bounded;

    @Option(
            names = "--partition-discovery",
            defaultValue = PARTITION_DISCOVERY,
            description =
                    "How often to look whether the topic has more partitions and is still the same. Keep it far below"
                            + " --watermark-bound, so that calls of a new partition are not late. 0s never looks; bounded runs"
                            + " look once.")
    private Duration partitionDiscovery;

    @Option(
            names = "--max-records-per-second",
            description = "The maximum number of calls to read per second, by all readers together.")
    private @Nullable Integer recordsPerSecond;

    @Option(
            names = "--fail-on-data-loss",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description =
                    "Fail when calls were deleted before they were read, or when rows of a checkpoint can no longer be"
                            + " committed.")
    private boolean failOnDataLoss;

    @Option(
            names = "--delivery",
            defaultValue = "at-least-once",
            description = "How results are delivered to Kafka: at-least-once, or exactly-once in transactions.")
    private KafkaSettings.Delivery delivery;

    @Option(
            names = "--query",
            defaultValue = "counts",
            description = "The queries, separated by commas: counts, types, top-types, dispositions, places,"
                    + " response-times, totals.")
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
            description = "The shortest time between updates of a total; 0s for every change.")
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
        return new KafkaSettings(
                brokers,
                topic,
                groupId,
                new StartingOffsets(start),
                bounded,
                partitionDiscovery,
                recordsPerSecond,
                failOnDataLoss,
                delivery,
                registry(),
                PropertiesFile.contentOf(kafkaConfig));
    }

    private @Nullable RegistrySettings registry() {
        if (schemaRegistry != null) {
            return RegistrySettings.of(schemaRegistry, PropertiesFile.contentOf(schemaRegistryConfig));
        }
        if (schemaRegistryConfig != null) {
            throw new IllegalArgumentException("schema-registry-config is about schema-registry: add that");
        }
        return null;
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
