package io.github.sfcrime.console.progress;

import io.github.sfcrime.cli.KafkaClients;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks Kafka for the end offsets of topics and the committed offsets of a consumer group. */
public final class KafkaOffsets implements AutoCloseable {

    private final Admin admin;
    private final String group;
    private final String brokers;

    /**
     * A client of that cluster, for that group.
     *
     * @param settings of the Kafka client, bootstrap servers at least
     */
    public KafkaOffsets(Map<String, ?> settings, String group) {
        admin = KafkaClients.admin(settings);
        brokers = String.valueOf(settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        this.group = group;
    }

    Set<String> topics() {
        return answer(admin.listTopics().names());
    }

    /** The end offset of each partition, without open transactions. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** The committed offsets of the group, which are those of the job's last checkpoint. */
    Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> answered =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        answered.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    @Override
    public void close() {
        admin.close();
    }

    private <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new KafkaException(
                    "cannot ask the Kafka broker at " + brokers + " for offsets: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while waiting for Kafka at " + brokers, e);
        }
    }
}
