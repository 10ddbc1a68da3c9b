package io.github.sfcrime.benchmarks.latency;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.workload.Group;
import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads totals as soon as they can be read; with read_committed that is after the commit of their transaction. */
final class TotalsReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final WireFormat<CallTotal> format = new WireFormat<>(CallTotal.getClassSchema());

    /** @param settings more properties of the consumer */
    TotalsReader(String bootstrapServers, String topic, boolean committedOnly, Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, committedOnly ? "read_committed" : "read_uncommitted");
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        consumer = new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits a moment for totals and notes the calls that they are the first to count. */
    void read(Ledger ledger, Latencies latencies) {
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                CallTotal total = format.decode(record.value());
                Group group = new Group(
                        0, total.getOriginalCrimeTypeName(), Objects.requireNonNullElse(total.getDisposition(), ""));
                ledger.read(group, total.getCount(), intended -> latencies.add(intended, now));
            } catch (MalformedRecordException e) {
                throw new BenchmarkFailure("cannot read a total of " + record.topic() + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
