package io.github.sfcrime.job.kafka.settings;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.util.Collection;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Starts where a consumer group has got to, in every partition. */
final class FromGroup implements OffsetsInitializer {

    private static final long serialVersionUID = 1;

    private final String group;

    FromGroup(String group) {
        this.group = group;
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        Map<TopicPartition, Long> committed = retriever.committedOffsets(partitions);
        for (TopicPartition partition : partitions) {
            if (!committed.containsKey(partition)) {
                throw new PermanentFailure(("cannot start where group %s is: it has committed no offset of topic %s,"
                                + " partition %d: name another with --group-id, or say --start earliest")
                        .formatted(group, partition.topic(), partition.partition()));
            }
        }
        return committed;
    }

    @Override
    @SuppressWarnings("deprecation") // the connector's interface still speaks in Kafka's old enum
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.NONE;
    }
}
