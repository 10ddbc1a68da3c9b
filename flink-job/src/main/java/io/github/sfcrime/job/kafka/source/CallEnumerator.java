package io.github.sfcrime.job.kafka.source;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.kafka.clients.admin.AdminClient;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the topic before it lets the connector's enumerator and the readers begin, so that none of them reads on at
 * offsets that are of another topic.
 */
final class CallEnumerator implements SplitEnumerator<KafkaPartitionSplit, CallSourceState> {

    private final SplitEnumeratorContext<KafkaPartitionSplit> context;
    private final Properties clientConfig;
    private final TopicOfCalls topic;
    private final SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> connector;
    /** Partitions of a bounded run that are all that it is going to read; null where that is not known. */
    private final @Nullable Set<TopicPartition> all;

    private boolean confirmed;
    private boolean complete;

    CallEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context,
            Properties clientConfig,
            TopicOfCalls topic,
            SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> connector,
            @Nullable Set<TopicPartition> all) {
        this.context = context;
        this.clientConfig = clientConfig;
        this.topic = topic;
        this.connector = connector;
        this.all = all;
    }

    @Override
    public void start() {
        context.callAsync(this::partitions, this::begin);
    }

    private Set<TopicPartition> partitions() {
        try (AdminClient admin = AdminClient.create(clientConfig)) {
            return topic.getSubscribedTopicPartitions(admin);
        }
    }

    private void begin(@Nullable Set<TopicPartition> partitions, @Nullable Throwable failure) {
        if (failure != null || partitions == null) {
            throw new FlinkRuntimeException("cannot begin to read topic " + topic.name(), failure);
        }
        confirmed = true;
        complete = all != null && all.containsAll(partitions);
        connector.start();
        context.registeredReaders().keySet().forEach(this::letBegin);
    }

    /** A reader that comes before the topic has been looked at waits. */
    @Override
    public void addReader(int reader) {
        if (confirmed) {
            letBegin(reader);
        }
    }

    /**
     * Of a bounded run that is restored, the connector's enumerator finds no new partitions and says nothing to the readers,
     * so that they would wait for more without end.
     */
    private void letBegin(int reader) {
        context.sendEventToSourceReader(reader, new TopicConfirmed());
        connector.addReader(reader);
        if (complete) {
            context.signalNoMoreSplits(reader);
        }
    }

    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {
        connector.handleSplitRequest(reader, host);
    }

    @Override
    public void addSplitsBack(List<KafkaPartitionSplit> partitions, int reader) {
        connector.addSplitsBack(partitions, reader);
    }

    @Override
    public CallSourceState snapshotState(long checkpoint) throws Exception {
        return new CallSourceState(topic.name(), topic.id(), connector.snapshotState(checkpoint));
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
