package io.github.sfcrime.loader.send;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts a topic's records as a reader of committed ones sees them. */
final class CommittedCount {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(15);

    private final Map<String, Object> settings;
    private final String topic;

    CommittedCount(Map<String, Object> settings, String topic) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        this.settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.topic = topic;
    }

    /**
     * Counts, waiting for records whose transaction the broker is still marking as committed.
     *
     * @param starts where to begin in each partition
     * @param expected how many there must be
     * @return how many there are; fewer than expected only if no more came for a while
     */
    long from(List<Long> starts, long expected) {
        Map<TopicPartition, Long> begin = new HashMap<>();
        for (int partition = 0; partition < starts.size(); partition++) {
            begin.put(new TopicPartition(topic, partition), starts.get(partition));
        }
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return count(consumer, begin, expected, ANSWERS_WITHIN);
        }
    }

    /** @param patience how long to wait for one more record */
    static long count(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> begin, long expected, Duration patience) {
        consumer.assign(begin.keySet());
        begin.forEach(consumer::seek);
        Map<TopicPartition, Long> ends = consumer.endOffsets(begin.keySet());
        long count = 0;
        long heard = System.nanoTime();
        while (count < expected || !hasReached(consumer, ends)) {
            int polled = consumer.poll(POLL).count();
            count += polled;
            if (polled > 0) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > patience.toNanos()) {
                if (hasReached(consumer, ends)) {
                    return count;
                }
                throw new KafkaException("cannot count what was committed: the broker gives no more records");
            }
        }
        return count;
    }

    private static boolean hasReached(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
