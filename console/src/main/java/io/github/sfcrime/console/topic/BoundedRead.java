package io.github.sfcrime.console.topic;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the partitions of a topic from the consumer's positions to given end offsets. */
final class BoundedRead {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Progress progress;

    BoundedRead(Consumer<byte[], byte[]> consumer, String topic, Map<TopicPartition, Long> ends, LongSupplier time) {
        this.consumer = consumer;
        this.ends = ends;
        progress = new Progress(topic, time);
    }

    /** Takes the records. */
    interface Taker {

        void take(ConsumerRecord<byte[], byte[]> record) throws IOException;

        /** Whether that partition should be paused for now. */
        default boolean hasEnough(int partition) {
            return false;
        }

        /** Called after each poll's records, with the partitions that have reached their ends. */
        default void taken(Collection<Integer> ended) throws IOException {}
    }

    /** Returns when all partitions have reached their ends; fails if no records come for some time. */
    void handTo(Taker taker) throws IOException {
        taker.taken(partitions(ended()));
        while (ended().size() < ends.size()) {
            consumer.pause(paused(taker));
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(partitionOf(record), 0L)) {
                    taker.take(record);
                }
            }
            consumer.resume(ends.keySet());
            taker.taken(partitions(ended()));
            progress.check(
                    ends.keySet().stream().collect(Collectors.toMap(partition -> partition, consumer::position)));
        }
        returnToEnds();
    }

    private List<TopicPartition> paused(Taker taker) {
        List<TopicPartition> ended = ended();
        return ends.keySet().stream()
                .filter(partition -> ended.contains(partition) || taker.hasEnough(partition.partition()))
                .toList();
    }

    private List<TopicPartition> ended() {
        return ends.keySet().stream()
                .filter(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))
                .toList();
    }

    /** A poll returns whole batches, which may go beyond the ends. */
    private void returnToEnds() {
        ends.forEach((partition, end) -> {
            if (consumer.position(partition) > end) {
                consumer.seek(partition, end);
            }
        });
    }

    private static List<Integer> partitions(List<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
