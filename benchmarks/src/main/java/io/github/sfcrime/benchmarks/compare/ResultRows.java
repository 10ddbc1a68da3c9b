package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.workload.Group;
import io.github.sfcrime.schemas.MalformedRecordException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The rows that a contender has written, as a reader of committed records sees them: the last one of each group. */
final class ResultRows implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final RowFormat format;
    private final Map<Group, Long> rows = new HashMap<>();
    private final long before;
    private long records;

    /**
     * Rows that are written to {@code topic} from now on.
     *
     * @param format what rows they are
     * @param before windows that end after this event time are not the workload's
     */
    ResultRows(String bootstrapServers, String topic, RowFormat format, LocalDateTime before) {
        this.format = format;
        this.before = before.toEpochSecond(ZoneOffset.UTC);
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Reads on to where the topic ends now. */
    void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::add);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            RowFormat.Row row = format.read(record.value());
            if (row.group().windowEnd() <= before) {
                records++;
                rows.put(row.group(), row.count());
            }
        } catch (MalformedRecordException e) {
            throw new BenchmarkFailure("cannot read a row of " + record.topic() + ": " + e.getMessage(), e);
        }
    }

    /** The count of each group; below 0 where its window's start or its description is wrong. */
    Map<Group, Long> rows() {
        return rows;
    }

    /** How many records they came in, replaced ones included. */
    long records() {
        return records;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
