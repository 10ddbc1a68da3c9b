package io.github.sfcrime.job.kafka.settings;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;

/** Starts a bounded run with what was appended at an instant or later, and refuses one that would read nothing at all. */
final class FromInstant implements OffsetsInitializer {

    private static final long serialVersionUID = 1;

    private final String setting;
    private final long instant;

    /**
     * @param setting the instant as the user gave it
     * @param instant in milliseconds since the epoch
     */
    FromInstant(String setting, long instant) {
        this.setting = setting;
        this.instant = instant;
    }

    @Override
    public Map<TopicPartition, Long> getPartitionOffsets(
            Collection<TopicPartition> partitions, PartitionOffsetsRetriever retriever) {
        Map<TopicPartition, Long> asked =
                partitions.stream().collect(Collectors.toMap(Function.identity(), p -> instant));
        if (retriever.offsetsForTimes(asked).isEmpty()) {
            throw new PermanentFailure("cannot start at " + setting + ": nothing was appended to topic "
                    + partitions.iterator().next().topic() + " then or later");
        }
        return OffsetsInitializer.timestamp(instant).getPartitionOffsets(partitions, retriever);
    }

    @Override
    @SuppressWarnings("deprecation") // the connector's interface still speaks in Kafka's old enum
    public OffsetResetStrategy getAutoOffsetResetStrategy() {
        return OffsetResetStrategy.LATEST;
    }
}
