package io.github.sfcrime.console.topic;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the committed records of a topic, all partitions, without a consumer group. Each call goes on where the last
 * one ended; a new reader begins at the beginning. Not thread-safe, except for {@link #stop}.
 */
public final class TopicReader implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final LongSupplier nanoTime;
    private final RecordDecoder decoder;
    private final Following following;
    private List<TopicPartition> partitions;
    private StartingPoint end = new StartingPoint.Latest();
    private Predicate<TopicRecord> filter = record -> true;

    /** Reads by {@code consumer}, and closes it. */
    TopicReader(Consumer<byte[], byte[]> consumer, String topic, RecordDecoder decoder, LongSupplier nanoTime) {
        this.consumer = consumer;
        this.topic = topic;
        this.decoder = decoder;
        following = new Following(consumer);
        this.nanoTime = nanoTime;
        partitions = partitions(consumer, topic);
        consumer.assign(partitions);
        startAt(new StartingPoint.Earliest());
    }

    /** A reader of an existing topic, with records in our own wire format. */
    public static TopicReader open(Map<String, ?> settings, String topic) {
        return open(settings, topic, null);
    }

    /**
     * A reader of an existing topic.
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

    /**
     * Reads these partitions only, from the beginning.
     *
     * @throws UserErrorException if the topic does not have one of them
     */
    public void keepPartitions(Collection<Integer> kept) {
        List<Integer> there =
                partitions.stream().map(TopicPartition::partition).sorted().toList();
        kept.stream()
                .filter(partition -> !there.contains(partition))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new UserErrorException("topic " + topic + " has no partition " + unknown + ", but "
                            + there.stream().map(String::valueOf).collect(Collectors.joining(", ")));
                });
        partitions = partitions.stream()
                .filter(partition -> kept.contains(partition.partition()))
                .toList();
        consumer.assign(partitions);
        startAt(new StartingPoint.Earliest());
    }

    /** Sets where the reads that have an end do end; the end of the topic if not called. */
    public void endAt(StartingPoint point) {
        end = point;
    }

    /** Sets a filter on records. */
    public void keep(Predicate<TopicRecord> passing) {
        filter = passing;
    }

    /** Sets where the next read begins. */
    public void startAt(StartingPoint point) {
        Offsets.of(consumer, partitions, point).forEach(consumer::seek);
    }

    /**
     * Goes on where the consumer group of the settings has come to, in partitions that it has begun; {@link #follow} then
     * commits what was handled, also before it fails, so that another reader of the group goes on behind that.
     */
    public void goOnInGroup() {
        following.goOnInGroup();
    }

    /**
     * Passes on the records up to the current end, in order within each partition.
     *
     * @return the number of records
     * @throws KafkaException if the broker is lost on the way
     */
    public long readToEnd(RecordHandler handler) throws IOException {
        AtomicLong handled = new AtomicLong();
        new BoundedRead(consumer, topic, ends(), nanoTime)
                .handTo(record -> handled.addAndGet(handIfWanted(record, handler)));
        return handled.get();
    }

    /**
     * Passes on the last records over all partitions, in the order of append time. Keeps few of them in memory, but
     * reads them twice.
     *
     * @param count how many at most
     * @return the number of records
     */
    public long readLast(int count, RecordHandler handler) throws IOException {
        return new LastRead(consumer, topic, this::wanted, nanoTime).read(count, ends(), handler);
    }

    /**
     * Passes on all records from here on and those that follow, until {@link #stop}; survives a restart of the broker.
     *
     * @return the number of records
     */
    public long follow(RecordHandler handler) throws IOException {
        AtomicLong handled = new AtomicLong();
        following.handTo(new Following.Taker() {
            @Override
            public void take(ConsumerRecord<byte[], byte[]> record) throws IOException {
                handled.addAndGet(handIfWanted(record, handler));
            }

            @Override
            public void caughtUp() throws IOException {
                handler.caughtUp();
            }
        });
        return handled.get();
    }

    /** Makes {@link #follow} return soon, even if it is called later; thread-safe. */
    public void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Map<TopicPartition, Long> ends() {
        return Offsets.of(consumer, partitions, end);
    }

    /** The number of records that were passed on, 1 or 0. */
    private int handIfWanted(ConsumerRecord<byte[], byte[]> record, RecordHandler handler) throws IOException {
        Optional<TopicRecord> passing = wanted(record);
        if (passing.isPresent()) {
            handler.handle(passing.get());
        }
        return passing.isPresent() ? 1 : 0;
    }

    private Optional<TopicRecord> wanted(ConsumerRecord<byte[], byte[]> record) throws IOException {
        return Optional.of(decoder.record(record)).filter(filter);
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
