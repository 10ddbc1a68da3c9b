package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallRecord;
import java.io.IOException;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.common.TopicPartition;

/** Calls from Kafka: the connector's source, whose readers begin once their offsets are known to be of the topic. */
final class CallSource
        implements Source<CallRecord, KafkaPartitionSplit, CallSourceState>,
                ResultTypeQueryable<CallRecord>,
                LineageVertexProvider {

    private static final long serialVersionUID = 1;

    private final String topic;
    private final Properties clientConfig;
    private final SerializableFunction<TopicOfCalls, KafkaSource<CallRecord>> connector;
    private final KafkaSource<CallRecord> kafka;

    /**
     * @param clientConfig by which the enumerator talks to Kafka
     * @param connector the connector's source of a topic
     */
    CallSource(
            String topic,
            Properties clientConfig,
            SerializableFunction<TopicOfCalls, KafkaSource<CallRecord>> connector) {
        this.topic = topic;
        this.clientConfig = clientConfig;
        this.connector = connector;
        kafka = connector.apply(new TopicOfCalls(topic));
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SourceReader<CallRecord, KafkaPartitionSplit> createReader(SourceReaderContext context) throws Exception {
        return new CallReader(kafka.createReader(context), getBoundedness());
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, CallSourceState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        TopicOfCalls anyOfTheName = new TopicOfCalls(topic);
        return new CallEnumerator(
                context,
                clientConfig,
                anyOfTheName,
                connector.apply(anyOfTheName).createEnumerator(context),
                null);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, CallSourceState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, CallSourceState state) throws IOException {
        TopicOfCalls same = new TopicOfCalls(topic, state.topic(), state.topicId());
        return new CallEnumerator(
                context,
                clientConfig,
                same,
                connector.apply(same).restoreEnumerator(context, state.partitions()),
                mayComeToMore(state) ? null : partitions(state));
    }

    private boolean mayComeToMore(CallSourceState state) {
        return getBoundedness() == Boundedness.CONTINUOUS_UNBOUNDED
                || !state.partitions().initialDiscoveryFinished();
    }

    private static Set<TopicPartition> partitions(CallSourceState state) {
        return state.partitions().splits().stream()
                .map(split -> split.split().getTopicPartition())
                .collect(Collectors.toSet());
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return kafka.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<CallSourceState> getEnumeratorCheckpointSerializer() {
        return new CallSourceStateSerializer(kafka.getEnumeratorCheckpointSerializer());
    }

    @Override
    public TypeInformation<CallRecord> getProducedType() {
        return kafka.getProducedType();
    }

    @Override
    public LineageVertex getLineageVertex() {
        return kafka.getLineageVertex();
    }
}
