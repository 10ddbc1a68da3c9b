package io.github.sfcrime.loader;

import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A Kafka cluster and one topic in it, for as long as a load takes. */
final class KafkaConnection implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration SENDS_WITHIN = Duration.ofMinutes(1);

    private final Map<String, Object> settings;
    private final String topic;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    private KafkaConnection(Map<String, Object> settings, String topic) {
        this.settings = settings;
        this.topic = topic;
        admin = Admin.create(over(
                settings,
                Map.of(
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWERS_WITHIN.toMillis(),
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWERS_WITHIN.toMillis())));
        try {
            producer = new KafkaProducer<>(
                    over(settings, sending()), new ByteArraySerializer(), new ByteArraySerializer());
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    /** Connects with these client settings, refusing values that Kafka's clients do not take. */
    static KafkaConnection open(Map<String, Object> settings, String topic) {
        try {
            return new KafkaConnection(settings, topic);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (e instanceof ConfigException || cause instanceof ConfigException) {
                throw new UserErrorException("a Kafka setting is not accepted: "
                        + withoutValues(String.valueOf(cause.getMessage()), settings));
            }
            throw e;
        }
    }

    /** Idempotent, compressed, and in batches large enough for throughput; latency does not matter to a load. */
    private static Map<String, Object> sending() {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(ProducerConfig.ACKS_CONFIG, "all");
        defaults.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        defaults.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        defaults.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        defaults.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        defaults.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        defaults.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SENDS_WITHIN.toMillis());
        defaults.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) SENDS_WITHIN.toMillis());
        return defaults;
    }

    private static Map<String, Object> over(Map<String, Object> settings, Map<String, Object> defaults) {
        Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(settings);
        return all;
    }

    /** Kafka's messages quote values, and a value may be a password. */
    private static String withoutValues(String message, Map<String, Object> settings) {
        String hidden = message;
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            String value = setting.getValue().toString();
            if (!value.isEmpty() && !setting.getKey().equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
                hidden = hidden.replace(value, "[hidden]");
            }
        }
        return hidden;
    }

    Producer<byte[], byte[]> producer() {
        return producer;
    }

    /** Creates the topic where it is missing; says how many partitions it has. */
    int createTopic(int partitions) throws InterruptedException {
        try {
            return Topics.createIfMissing(admin, Topic.CRIME_DATA.named(topic), partitions);
        } catch (KafkaException e) {
            throw explained(e, e.getCause());
        }
    }

    /** The sum of the topic's end offsets. */
    long endOffset(int partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> request = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(request).all().get().values().stream()
                    .mapToLong(result -> result.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw explained(new KafkaException("cannot read the end of topic " + topic, e.getCause()), e.getCause());
        }
    }

    private KafkaException explained(KafkaException e, @Nullable Throwable cause) {
        if (cause instanceof TimeoutException) {
            return new KafkaException(
                    "no Kafka broker answers at " + settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                            + " within " + ANSWERS_WITHIN.toSeconds() + " s: start it, or name another with -b",
                    e);
        }
        return e;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
