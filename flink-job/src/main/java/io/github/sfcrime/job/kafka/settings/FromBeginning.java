package io.github.sfcrime.job.kafka.settings;

import java.util.Collection;
import java.util.Map;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Starts with the first call there ever was, and refuses a topic that no longer has it. */
final class FromBeginning implements OffsetsInitializer {

    private static final long serialVersionUID = 1;

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        Map<TopicPartition, Long> beginnings = retriever.beginningOffsets(partitions);
        beginnings.forEach(KafkaTopics::requireBeginning);
        return beginnings;
    }

    @Override
    @SuppressWarnings("deprecation") // the connector's interface still speaks in Kafka's old enum
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.NONE;
    }
}
