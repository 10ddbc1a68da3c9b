package io.github.sfcrime.console;

import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed records of a topic, all partitions, without a consumer group. Reading goes on where the last call
 * ended; a new reader stands at the beginning. For one thread, but for {@link #stop}.
 */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private static final long FIRST_LOOK_BACK = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final LongSupplier nanoTime;
    private final List<TopicPartition> partitions;
    private final RecordDecoder decoder;

    /** Reads through {@code consumer}, which it owns from here on. */
    TopicReader(Consumer<byte[], byte[]> consumer, String topic, RecordDecoder decoder, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topic = topic;
        this.decoder = decoder;
        this.nanoTime = nanoTime;
        partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        startAt(new StartingPoint.Earliest());
    }

    /** A reader of a topic that is there, with records in our own wire format. */
    public static TopicReader open(Map<String, ?> settings, String topic) {
        return open(settings, topic, null);
    }

    /**
     * A reader of a topic that is there.
     *
     * @param settings of the Kafka consumer, bootstrap servers at least
     * @param registry where records in the Confluent wire format find their schemas, null to leave those undecoded
     * @throws UnknownTopicException if the cluster does not have the topic
     * @throws KafkaException if no broker answers within 10 s, or the settings are refused
     */
    public static TopicReader open(Map<String, ?> settings, String topic, @Nullable SchemaRegistry registry) {
        Consumer<byte[], byte[]> consumer = ReaderSettings.consumer(settings);
        try {
            return new TopicReader(consumer, topic, new RecordDecoder(registry), System::nanoTime);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Goes to where the next read begins. */
    public void startAt(StartingPoint point) {
        Offsets.of(consumer, partitions, point).forEach(consumer::seek);
    }

    /**
     * Hands over what lies between here and the end that the topic has now, in order within each partition.
     *
     * @return how many records that were
     * @throws KafkaException if the broker is lost on the way
     */
    public long readToEnd(RecordHandler handler) throws IOException {
        return readUpTo(consumer.endOffsets(partitions), handler);
    }

    /**
     * Hands over the last records that the topic has now, over all partitions, in the order of their time.
     *
     * @param count how many at most
     * @return how many records that were
     */
    public long readLast(int count, RecordHandler handler) throws IOException {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        // Transaction markers and compaction leave offsets without records: go back further until there are enough.
        for (long distance = Math.max(count, FIRST_LOOK_BACK); ; distance *= 4) {
            LastRecords last = new LastRecords(count);
            Map<TopicPartition, Long> starts = Offsets.before(ends, distance, beginnings);
            starts.forEach(consumer::seek);
            readUpTo(ends, last);
            if (partitions.stream()
                    .allMatch(partition -> last.isEnough(partition)
                            || Objects.equals(starts.get(partition), beginnings.get(partition)))) {
                return last.handTo(handler);
            }
        }
    }

    /**
     * Hands over what there is from here on and whatever comes, until {@link #stop}; outlives a restart of the broker.
     *
     * @return how many records that were
     */
    public long follow(RecordHandler handler) throws IOException {
        long handled = 0;
        try {
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    handler.handle(decode(record));
                    handled++;
                }
                if (records.isEmpty() || isAtEnd()) {
                    handler.caughtUp();
                }
            }
        } catch (WakeupException e) {
            return handled;
        }
    }

    /** Makes {@link #follow} return soon, also if it has yet to be called; any thread may call this. */
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private long readUpTo(Map<TopicPartition, Long> ends, RecordHandler handler) throws IOException {
        long handled = 0;
        Progress progress = new Progress(topic, nanoTime);
        while (!pauseThoseAt(ends)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(partitionOf(record), 0L)) {
                    handler.handle(decode(record));
                    handled++;
                }
            }
            progress.check(positions());
        }
        consumer.resume(partitions);
        returnTo(ends);
        return handled;
    }

    private boolean pauseThoseAt(Map<TopicPartition, Long> ends) {
        List<TopicPartition> done = partitions.stream()
                .filter(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L))
                .toList();
        consumer.pause(done);
        return done.size() == partitions.size();
    }

    /** A poll hands out whole batches, which may reach beyond the end that is wanted. */
    private void returnTo(Map<TopicPartition, Long> ends) {
        ends.forEach((partition, end) -> {
            if (consumer.position(partition) > end) {
                consumer.seek(partition, end);
            }
        });
    }

    private boolean isAtEnd() {
        return partitions.stream()
                .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }

    private Map<TopicPartition, Long> positions() {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position));
    }

    private TopicRecord decode(ConsumerRecord<byte[], byte[]> record) throws IOException {
        return new TopicRecord(
                topic,
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                decoder.decode(record.key()),
                decoder.decode(record.value()),
                record.headers());
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        if (partitions == null || partitions.isEmpty()) {
            throw new UnknownTopicException(topic, consumer.listTopics().keySet());
        }
        return partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }
}
