package io.github.sfcrime.job.kafka.settings;

import io.github.sfcrime.schemas.RegistrySettings;
import java.io.Serializable;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the job's settings say about Kafka; all else is for the clients, in {@code clientConfig}.
 *
 * @param bootstrapServers where Kafka is, as host:port, several separated by commas
 * @param topic the topic of calls
 * @param groupId the consumer group that offsets are committed under, also the beginning of transactional ids
 * @param start where reading starts without a checkpoint
 * @param bounded whether the job ends at the offsets that the topic ends at when it starts
 * @param partitionDiscovery how often it is looked whether the topic is still the same and has more partitions; zero for
 *     never. Bounded runs look once
 * @param recordsPerSecond how many calls are read per second at most, by all readers together; null for no limit
 * @param failOnDataLoss whether calls that are gone before they were read, or rows that cannot be committed, fail the job
 * @param delivery how often a result is there after a failure
 * @param schemaRegistry the registry by which results name their schemas; null for single-object encoding
 * @param clientConfig Kafka client properties, passed through as they are
 */
public record KafkaSettings(
        String bootstrapServers,
        String topic,
        String groupId,
        StartingOffsets start,
        boolean bounded,
        Duration partitionDiscovery,
        @Nullable Integer recordsPerSecond,
        boolean failOnDataLoss,
        Delivery delivery,
        @Nullable RegistrySettings schemaRegistry,
        Properties clientConfig)
        implements Serializable {

    /** How often a result is there after a failure. */
    public enum Delivery {
        /** Perhaps twice, under the same key. */
        AT_LEAST_ONCE,
        /** Once, for whoever reads what is committed; visible with the checkpoint. */
        EXACTLY_ONCE
    }

    /** Checks the settings. */
    public KafkaSettings {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("topic must not be empty");
        }
        if (groupId.isBlank()) {
            throw new IllegalArgumentException("group-id must not be empty");
        }
        if (partitionDiscovery.isNegative()) {
            throw new IllegalArgumentException("partition-discovery must not be negative: " + partitionDiscovery);
        }
        if (recordsPerSecond != null && recordsPerSecond < 1) {
            throw new IllegalArgumentException("max-records-per-second must be positive: " + recordsPerSecond);
        }
    }
}
