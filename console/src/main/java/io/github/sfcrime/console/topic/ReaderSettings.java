package io.github.sfcrime.console.topic;

import io.github.sfcrime.cli.KafkaClients;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The consumer settings of a {@link TopicReader}. */
final class ReaderSettings {

    /** Settings that the user's own override. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");

    /** Settings that they do not: a reader commits no offsets, and fails where records were deleted ahead of it. */
    private static final Map<String, Object> FIXED = Map.of(
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");

    private ReaderSettings() {}

    /** A consumer; nothing is sent to a broker yet. */
    static Consumer<byte[], byte[]> consumer(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(FIXED);
        return KafkaClients.consumer(all, DEFAULTS);
    }
}
