package io.github.sfcrime.loader.send;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * A load's transactions, each of which commits the load's position too: as the offset of a consumer group without
 * members, in the topic's first partition.
 */
final class LoadTransactions {

    private final KafkaConnection kafka;
    private final Producer<byte[], byte[]> producer;
    private final String groupName;
    private final ConsumerGroupMetadata group;
    private final TopicPartition place;
    private boolean open;

    /** Whether the open transaction has its position, so that an interrupted commit can only be repeated. */
    private boolean committing;

    /** Ends what an earlier start left open, after which its position does not change any more. */
    LoadTransactions(KafkaConnection kafka, String topic, LoadIdentity load) {
        this.kafka = kafka;
        producer = kafka.producer();
        groupName = load.name();
        place = new TopicPartition(topic, 0);
        producer.initTransactions();
        group = group();
    }

    private ConsumerGroupMetadata group() {
        Map<String, Object> grouped = new HashMap<>(kafka.settings());
        grouped.put(ConsumerConfig.GROUP_ID_CONFIG, groupName);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(grouped, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    /** What was committed last, null if nothing was. */
    @Nullable
    LoadPosition position() throws InterruptedException {
        ListConsumerGroupOffsetsOptions stable = new ListConsumerGroupOffsetsOptions().requireStable(true);
        try {
            OffsetAndMetadata committed = kafka.admin()
                    .listConsumerGroupOffsets(groupName, stable)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(place);
            return committed == null ? null : LoadPosition.of(committed);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            throw new KafkaException("cannot read the position of " + groupName + ": " + e.getMessage(), e.getCause());
        }
    }

    boolean isOpen() {
        return open;
    }

    void begin() {
        producer.beginTransaction();
        open = true;
    }

    /**
     * Commits what was sent since {@link #begin}, with where the load is then.
     *
     * @param sent where it was before
     */
    void commit(LoadPosition next, long sent) throws SendFailedException {
        try {
            if (!committing) {
                producer.sendOffsetsToTransaction(Map.of(place, next.committed()), group);
                committing = true;
            }
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new SendFailedException("another start of this load has taken over at call " + sent, e);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw new SendFailedException(
                    "cannot commit to topic " + place.topic() + " after call " + sent + ": " + e.getMessage()
                            + "; start the load again with the same arguments, it goes on where it stopped",
                    e);
        }
        open = false;
        committing = false;
    }
}
