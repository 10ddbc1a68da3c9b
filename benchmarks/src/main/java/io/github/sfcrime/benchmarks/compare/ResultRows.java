package io.github.sfcrime.benchmarks.compare;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.workload.Group;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.RadioCodes;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The rows that a contender has written, as a reader of committed records sees them: the last one of each group. */
final class ResultRows implements AutoCloseable {

    private static final long WRONG = -1;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final WireFormat<CallCount> format = new WireFormat<>(CallCount.getClassSchema());
    private final Map<String, String> descriptions = RadioCodes.builtIn();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<Group, Long> rows = new HashMap<>();
    private final long before;
    private long records;

    /**
     * Rows that are written to {@code topic} from now on.
     *
     * @param before windows from this event time on are not the workload's
     */
    ResultRows(String bootstrapServers, String topic, LocalDateTime before) {
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
            consumer.poll(PATIENCE).forEach(this::add);
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        try {
            CallCount row = format.decode(record.value());
            long start = row.getWindowStart().toEpochSecond(ZoneOffset.UTC);
            if (start < before) {
                records++;
                String disposition = Objects.requireNonNullElse(row.getDisposition(), "");
                rows.put(
                        new Group(start, one(row.getOriginalCrimeTypeName()), one(disposition)),
                        isSpeltOut(row) ? row.getCount() : WRONG);
            }
        } catch (MalformedRecordException e) {
            throw new BenchmarkFailure("cannot read a row of " + record.topic() + ": " + e.getMessage(), e);
        }
    }

    private boolean isSpeltOut(CallCount row) {
        return Objects.equals(row.getDescription(), descriptions.get(row.getDisposition()))
                && row.getWindowEnd().equals(row.getWindowStart().plusHours(1));
    }

    private String one(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    /** The count of each group; below 0 where its window's end or its description is wrong. */
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
