package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.kafka.settings.ConsumerSettings;
import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.settings.KafkaTopics;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
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
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.lineage.LineageVertex;
import org.apache.flink.streaming.api.lineage.LineageVertexProvider;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Calls from Kafka in batches: the connector's source but for its readers, which hand on many records at a time and begin once
 * their offsets are known to be of the topic.
 */
public final class CallSource
        implements Source<CallBatch, KafkaPartitionSplit, CallSourceState>,
                ResultTypeQueryable<CallBatch>,
                LineageVertexProvider {

    private static final long serialVersionUID = 1;

    /** A batch holds up a barrier for less than a millisecond. */
    private static final int MOST_AT_ONCE = 1_000;

    private final KafkaSettings settings;
    private final CallReading reading;
    private final KafkaSource<byte[]> kafka;

    public CallSource(KafkaSettings settings, CallReading reading) {
        this.settings = settings;
        this.reading = reading;
        kafka = connector(new TopicOfCalls(settings.topic()));
    }

    /** The connector's source of the topic, of which all but the readers is made use of. */
    private KafkaSource<byte[]> connector(TopicOfCalls topic) {
        KafkaSourceBuilder<byte[]> source = KafkaSource.<byte[]>builder()
                .setProperties(ConsumerSettings.given(settings))
                .setKafkaSubscriber(topic)
                .setStartingOffsets(settings.start().initializer(settings))
                .setDeserializer(KafkaRecordDeserializationSchema.valueOnly(ByteArrayDeserializer.class));
        return (settings.bounded() ? source.setBounded(OffsetsInitializer.latest()) : source).build();
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SourceReader<CallBatch, KafkaPartitionSplit> createReader(SourceReaderContext context) {
        Pace pace = Pace.unlimited();
        int most = MOST_AT_ONCE;
        if (settings.recordsPerSecond() != null) {
            CallRate rate = new CallRate(settings.recordsPerSecond());
            int readers = context.currentParallelism();
            pace = new Pace(rate.createRateLimiter(readers));
            most = Math.min(most, rate.mostAtOnce(readers));
        }
        RegistrySettings registry = settings.schemaRegistry();
        return new CallReader(
                BatchReading.reader(
                        ConsumerSettings.all(settings),
                        context,
                        new ReadCalls(reading, registry == null ? null : SchemaRegistry.at(registry)),
                        pace,
                        most),
                pace,
                getBoundedness());
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, CallSourceState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        TopicOfCalls anyOfTheName = new TopicOfCalls(settings.topic());
        return new CallEnumerator(
                context,
                KafkaTopics.adminConfig(settings),
                anyOfTheName,
                connector(anyOfTheName).createEnumerator(context),
                null);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, CallSourceState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, CallSourceState state) throws IOException {
        TopicOfCalls same = new TopicOfCalls(settings.topic(), state.topic(), state.topicId());
        return new CallEnumerator(
                context,
                KafkaTopics.adminConfig(settings),
                same,
                connector(same).restoreEnumerator(context, state.partitions()),
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
    public TypeInformation<CallBatch> getProducedType() {
        return TypeInformation.of(CallBatch.class);
    }

    @Override
    public LineageVertex getLineageVertex() {
        return kafka.getLineageVertex();
    }
}
