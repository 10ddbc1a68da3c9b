package io.github.sfcrime.console.topic;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the last records of a topic over all partitions, in the order of append time; each of them is read twice. */
final class LastRead {

    private static final long FIRST_LOOK_BACK = 1_000;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final Selection selection;
    private final LongSupplier nanoTime;

    LastRead(Consumer<byte[], byte[]> consumer, String topic, Selection selection, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topic = topic;
        this.selection = selection;
        this.nanoTime = nanoTime;
    }

    /** Decodes records and selects the wanted ones. */
    interface Selection {
        Optional<TopicRecord> wanted(ConsumerRecord<byte[], byte[]> record) throws IOException;
    }

    /**
     * Passes on the last records before {@code ends}.
     *
     * @param count how many at most
     * @return the number of records
     */
    long read(int count, Map<TopicPartition, Long> ends, RecordHandler handler) throws IOException {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(ends.keySet());
        // Not every offset has a record: transaction markers, compaction, filters. Go back until there are enough.
        for (long distance = Math.max(count, FIRST_LOOK_BACK); ; distance *= 4) {
            LastRecords last = new LastRecords(count);
            Map<TopicPartition, Long> starts = Offsets.before(ends, distance, beginnings);
            starts.forEach(consumer::seek);
            new BoundedRead(consumer, topic, ends, nanoTime)
                    .handTo(record -> selection.wanted(record).ifPresent(last::handle));
            if (ends.keySet().stream()
                    .allMatch(partition -> last.isEnough(partition)
                            || Objects.equals(starts.get(partition), beginnings.get(partition)))) {
                handOver(last, ends, handler);
                return last.size();
            }
        }
    }

    private void handOver(LastRecords last, Map<TopicPartition, Long> ends, RecordHandler handler) throws IOException {
        Map<Integer, Long> first = last.firstOffsets();
        ends.forEach((partition, end) -> consumer.seek(partition, first.getOrDefault(partition.partition(), end)));
        OrderOfTime ordered = new OrderOfTime(first.keySet(), handler);
        new BoundedRead(consumer, topic, ends, nanoTime).handTo(new BoundedRead.Taker() {
            @Override
            public void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
                Optional<TopicRecord> wanted = selection.wanted(record).filter(last::contains);
                if (wanted.isPresent()) {
                    ordered.add(wanted.get());
                }
            }

            @Override
            public boolean hasEnough(int partition) {
                return ordered.hasEnough(partition);
            }

            @Override
            public void taken(Collection<Integer> ended) throws IOException {
                ordered.end(ended);
                ordered.handOver();
            }
        });
    }
}
