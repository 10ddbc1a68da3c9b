package io.github.sfcrime.job.arguments;

import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.settings.StartingOffsets;
import io.github.sfcrime.schemas.RegistrySettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings about Kafka and the schema registry. */
final class KafkaArguments {

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

    /** The topic of calls and the delivery of results. */
    KafkaSettings settings() {
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
}
