package io.github.sfcrime.local.chaos.pipeline;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what is committed in a topic, from its beginning on, as far as it goes whenever it is asked. */
final class CommittedTopic implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final String name;
    private final KafkaConsumer<byte[], byte[]> consumer;

    CommittedTopic(String bootstrapServers, String name) {
        this.name = name;
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                // Partitions are added, and brokers come back.
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                "1000",
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "200");
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Hands on what has come since the last time, in order within each partition. */
    void readOn(Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        assignAll();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new ChaosFailure("cannot read topic " + name + " to its end within " + LIMIT.toSeconds() + " s");
            }
            consumer.poll(POLL).forEach(handler);
        }
    }

    /** Waits a little for more, and hands on whatever has come. */
    boolean poll(Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        var records = consumer.poll(POLL);
        records.forEach(handler);
        return !records.isEmpty();
    }

    /** Goes to the end of what is there. */
    void skip() {
        assignAll();
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /** The numbers of its partitions. */
    Set<Integer> partitions() {
        assignAll();
        return consumer.assignment().stream()
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void assignAll() {
        List<TopicPartition> all = consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
        if (all.size() > consumer.assignment().size()) {
            Set<TopicPartition> added = new HashSet<>(all);
            added.removeAll(consumer.assignment());
            consumer.assign(all);
            consumer.seekToBeginning(added);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
