package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.settings.KafkaTopics;
import io.github.sfcrime.job.kafka.sink.Framing;
import io.github.sfcrime.job.kafka.sink.LosslessSink;
import io.github.sfcrime.job.kafka.sink.RegistryFraming;
import io.github.sfcrime.job.kafka.sink.SingleObjectFraming;
import io.github.sfcrime.job.kafka.sink.TransactionTimeout;
import io.github.sfcrime.job.kafka.sink.WriteResult;
import io.github.sfcrime.job.kafka.sink.WriteSetAside;
import io.github.sfcrime.job.kafka.source.CallReading;
import io.github.sfcrime.job.kafka.source.CallSource;
import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import io.github.sfcrime.job.results.ResultSink;
import io.github.sfcrime.schemas.SchemaRegistry;
import io.github.sfcrime.schemas.Topic;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.record.CompressionType;

/** Where the job reads calls and writes results on one Kafka cluster; every client setting of the user passes through. */
public final class KafkaEndpoints implements ResultSink {

    /** What a user calls it among the sinks. */
    public static final String TITLE = "kafka";

    /** Windows close many at a time; the client's default is 16 KB. */
    private static final String BYTES_PER_BATCH = "131072";

    private final KafkaSettings settings;
    private final Framing framing;
    private final Duration linger;
    /** In milliseconds. */
    private final long transactionTimeout;

    private KafkaEndpoints(KafkaSettings settings, Framing framing, Duration linger, long transactionTimeout) {
        this.settings = settings;
        this.framing = framing;
        this.linger = linger;
        this.transactionTimeout = transactionTimeout;
    }

    /**
     * Endpoints as the settings say, checked against the broker and the registry.
     *
     * @param queries whose rows are going to be written
     * @param linger how long a row waits at most for others that go into the same batch
     * @param checkpointInterval how often transactions are committed, where delivery is exactly once
     * @throws IllegalArgumentException if the registry refuses a schema, or transactions would not outlast checkpoints
     */
    public static KafkaEndpoints of(
            KafkaSettings settings,
            KafkaTopics topics,
            Set<Query> queries,
            Duration linger,
            Duration checkpointInterval)
            throws InterruptedException {
        Framing framing = settings.schemaRegistry() == null
                ? new SingleObjectFraming()
                : new RegistryFraming(SchemaRegistry.at(settings.schemaRegistry()), queries);
        long timeout = settings.delivery() == KafkaSettings.Delivery.AT_LEAST_ONCE
                ? 0
                : TransactionTimeout.millis(settings.clientConfig(), topics.longestTransaction(), checkpointInterval);
        return new KafkaEndpoints(settings, framing, linger, timeout);
    }

    /** Calls from the topic; bounded ones end at the offsets that the topic ends at now. */
    public Source<CallBatch, ?, ?> calls(CallReading reading) {
        return new CallSource(settings, reading);
    }

    @Override
    public String title() {
        return TITLE;
    }

    /** Onto the query's topic. */
    @Override
    public Sink<ResultRow> rowsOf(Query query) {
        return sink(query.topic(), new WriteResult(query, framing));
    }

    /** Late records or dead letters, onto the {@code topic} that is for them. */
    public Sink<SetAsideRecord> setAsideOnto(Topic topic) {
        return sink(topic, new WriteSetAside(topic.name()));
    }

    private <T> Sink<T> sink(Topic topic, KafkaRecordSerializationSchema<T> schema) {
        KafkaSinkBuilder<T> sink = KafkaSink.<T>builder()
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, BYTES_PER_BATCH)
                .setProperty(ProducerConfig.LINGER_MS_CONFIG, Long.toString(linger.toMillis()))
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, CompressionType.LZ4.name)
                .setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(topic.largestRecord()))
                .setKafkaProducerConfig(settings.clientConfig())
                .setBootstrapServers(settings.bootstrapServers())
                .setRecordSerializer(schema);
        return switch (settings.delivery()) {
            case AT_LEAST_ONCE ->
                sink.setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE).build();
            case EXACTLY_ONCE ->
                new LosslessSink<>(
                        sink.setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                                .setProperty(
                                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(transactionTimeout))
                                .setTransactionalIdPrefix(settings.groupId() + "-" + topic.name())
                                .build(),
                        topic.name(),
                        KafkaTopics.adminConfig(settings),
                        settings.failOnDataLoss());
        };
    }
}
