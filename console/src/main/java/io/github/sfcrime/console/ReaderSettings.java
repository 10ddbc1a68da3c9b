package io.github.sfcrime.console;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How a {@link TopicReader} wants its consumer. */
final class ReaderSettings {

    /** What the user's own settings may overrule. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "5000");

    /** What they may not: a reader leaves no traces, and records deleted ahead of it are an error, not a gap. */
    private static final Map<String, Object> FIXED = Map.of(
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");

    private ReaderSettings() {}

    /**
     * A consumer, which has not talked to a broker yet.
     *
     * @throws ConfigException if Kafka's client refuses the settings
     */
    static Consumer<byte[], byte[]> consumer(Map<String, ?> settings) {
        try {
            return new KafkaConsumer<>(of(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            ConfigException refused = new ConfigException("Kafka's client refuses its settings: " + reason(e));
            refused.initCause(e);
            throw refused;
        }
    }

    /** What the innermost Kafka exception says, and its cause: outer ones are vague, the cause may be a bare file name. */
    private static String reason(KafkaException exception) {
        Throwable cause = exception.getCause();
        if (cause instanceof KafkaException inner) {
            return reason(inner);
        }
        return exception.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    static Map<String, Object> of(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(settings);
        all.putAll(FIXED);
        return all;
    }
}
