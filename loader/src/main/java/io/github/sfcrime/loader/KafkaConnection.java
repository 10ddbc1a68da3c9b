package io.github.sfcrime.loader;

import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A Kafka cluster and one topic in it, for as long as a load takes. */
final class KafkaConnection implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);
    /** How long a broker that has gone is waited for; long enough for what is buffered to go over a slow line. */
    private static final Duration SENDS_WITHIN = Duration.ofSeconds(15);

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
        defaults.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024);
        defaults.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SENDS_WITHIN.toMillis());
        defaults.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWERS_WITHIN.toMillis());
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

    String topic() {
        return topic;
    }

    /** Creates the topic where it is missing; says how many partitions it has. */
    int createTopic(int partitions) throws InterruptedException {
        try {
            return Topics.createIfMissing(admin, Topic.CRIME_DATA.named(topic), partitions);
        } catch (KafkaException e) {
            throw explained(e, e.getCause());
        }
    }

    /** What a record may take: as much as both this client's settings and the topic's allow. */
    int mostBytes() throws InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        int ours = Integer.parseInt(settings.getOrDefault(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 1 << 20)
                .toString());
        try {
            Config theirs = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            ConfigEntry most = theirs == null ? null : theirs.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
            return most == null ? ours : Math.min(ours, Integer.parseInt(most.value()));
        } catch (ExecutionException e) {
            // Whoever may write need not be allowed to look at settings.
            return ours;
        }
    }

    /** The sum of the topic's end offsets. */
    long endOffset(int partitions) throws InterruptedException {
        return endOffsets(partitions).stream().mapToLong(Long::longValue).sum();
    }

    /** The end of each partition. */
    List<Long> endOffsets(int partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> request = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(request).all().get().entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getKey().partition()))
                    .map(entry -> entry.getValue().offset())
                    .toList();
        } catch (ExecutionException e) {
            throw explained(new KafkaException("cannot read the end of topic " + topic, e.getCause()), e.getCause());
        }
    }

    /** What a group has committed for the topic's first partition, null if nothing; waits for open transactions. */
    @Nullable
    OffsetAndMetadata position(String group) throws InterruptedException {
        ListConsumerGroupOffsetsOptions stable = new ListConsumerGroupOffsetsOptions().requireStable(true);
        try {
            return admin.listConsumerGroupOffsets(group, stable)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(new TopicPartition(topic, 0));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw explained(
                    new KafkaException("cannot read the position of " + group + ": " + e.getMessage(), e.getCause()),
                    e.getCause());
        }
    }

    /** A group that nobody is a member of, which only keeps a position. */
    ConsumerGroupMetadata group(String name) {
        Map<String, Object> grouped = over(Map.of(ConsumerConfig.GROUP_ID_CONFIG, name), settings);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(grouped, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    /** Counts the committed records of the topic from {@code starts} on, by reading them. */
    long committedRecords(List<Long> starts) {
        return new CommittedCount(settings, topic).from(starts);
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
