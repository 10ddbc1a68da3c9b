package io.github.sfcrime.job;

import io.github.sfcrime.job.kafka.StartingOffsets;
import io.github.sfcrime.job.results.Join;
import io.github.sfcrime.job.windows.WindowShape;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;

/**
 * What the job's own settings say; Flink's stay in Flink's configuration, Kafka's in {@code kafkaConfig}.
 *
 * @param bootstrapServers where Kafka is, as host:port, several separated by commas
 * @param topic the topic of calls
 * @param groupId the consumer group that offsets are committed under
 * @param window the windows that calls are counted in
 * @param watermarkBound how far behind the latest call another may be and still be counted for certain
 * @param idleness after how much silence a partition no longer holds the watermark back; bounded runs have none
 * @param start where reading starts without a checkpoint
 * @param bounded whether the job ends at the offsets that the topic ends at when it starts
 * @param join what becomes of counts whose disposition is not among the radio codes
 * @param kafkaConfig Kafka client properties, passed through as they are
 */
record JobSettings(
        String bootstrapServers,
        String topic,
        String groupId,
        WindowShape window,
        Duration watermarkBound,
        Duration idleness,
        StartingOffsets start,
        boolean bounded,
        Join join,
        Properties kafkaConfig) {

    private static final Set<String> WRITTEN =
            Set.of(Topic.CRIME_COUNTS.name(), Topic.CRIME_DATA_LATE.name(), Topic.CRIME_DATA_DEAD_LETTER.name());

    JobSettings {
        require(!watermarkBound.isNegative(), "watermark-bound must not be negative", watermarkBound);
        require(!idleness.isNegative() && !idleness.isZero(), "idleness must be positive", idleness);
        require(!topic.isBlank(), "topic must not be empty", topic);
        require(
                watermarkBound.compareTo(Duration.ofDays(366)) <= 0,
                "watermark-bound must be a year at most",
                watermarkBound);
        require(!WRITTEN.contains(topic), "topic must not be one that the job writes to", topic);
    }

    static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
