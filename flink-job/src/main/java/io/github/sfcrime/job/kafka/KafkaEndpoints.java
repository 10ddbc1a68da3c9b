package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.SetAsideRecord;
import io.github.sfcrime.job.results.CallCountRow;
import io.github.sfcrime.schemas.Topic;
import io.github.sfcrime.schemas.Topics;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.record.CompressionType;
import org.jspecify.annotations.Nullable;

/** Where the job reads calls and writes results on one Kafka cluster; every client setting of the user passes through. */
public final class KafkaEndpoints {

    /** The fetch setting that throughput depends on most; the client's default is 500. */
    private static final String RECORDS_PER_POLL = "5000";

    /** A load that was killed leaves calls behind that its next start loads again. */
    private static final String COMMITTED_ONLY = "read_committed";

    /** Windows close many at a time; the client's default is 16 KB. */
    private static final String BYTES_PER_BATCH = "131072";

    private static final String ADMIN_TIMEOUT_MILLIS = "10000";

    private final String bootstrapServers;
    private final Properties clientConfig;

    /** Endpoints at {@code bootstrapServers}, all clients with {@code clientConfig}. */
    public KafkaEndpoints(String bootstrapServers, Properties clientConfig) {
        this.bootstrapServers = bootstrapServers;
        this.clientConfig = clientConfig;
    }

    /**
     * How many partitions the topic has.
     *
     * @throws KafkaException if it is not there or the broker does not answer
     */
    public int partitionsOf(String topic) throws InterruptedException {
        try (Admin admin = admin()) {
            return Objects.requireNonNull(admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic))
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read topic " + topic + ": " + whatToDo(e.getCause()), e.getCause());
        }
    }

    private String whatToDo(@Nullable Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException) {
            return "there is no such topic at " + bootstrapServers + ": load calls into it first, or name another";
        }
        if (cause instanceof TimeoutException) {
            return "no Kafka broker answers at " + bootstrapServers
                    + ": is it running, and is that its address and security protocol?";
        }
        return String.valueOf(cause);
    }

    /** Creates the topics that the job writes to where they are missing. */
    public void createTopics(List<Topic> topics, int partitions) throws InterruptedException {
        try (Admin admin = admin()) {
            for (Topic topic : topics) {
                Topics.createIfMissing(admin, topic, partitions);
            }
        }
    }

    /** Calls from {@code topic}; bounded ones end at the offsets that the topic ends at now. */
    public Source<CallRecord, ?, ?> calls(String topic, String groupId, StartingOffsets start, boolean bounded) {
        KafkaSourceBuilder<CallRecord> source = KafkaSource.<CallRecord>builder()
                .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL)
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, COMMITTED_ONLY)
                .setProperties(clientConfig)
                .setBootstrapServers(bootstrapServers)
                .setGroupId(groupId)
                .setTopics(topic)
                .setStartingOffsets(new NoReset(start.initializer()))
                .setDeserializer(new ReadCall());
        return (bounded ? source.setBounded(OffsetsInitializer.latest()) : source).build();
    }

    /** Rows onto {@code topic}, each at least once. */
    public Sink<CallCountRow> callCounts(Topic topic) {
        return sink(new WriteCallCount(topic.name()));
    }

    /** Records that were set aside onto {@code topic}, each at least once. */
    public Sink<SetAsideRecord> setAside(Topic topic) {
        return sink(new WriteSetAside(topic.name()));
    }

    private <T> Sink<T> sink(KafkaRecordSerializationSchema<T> schema) {
        return KafkaSink.<T>builder()
                .setProperty(ProducerConfig.BATCH_SIZE_CONFIG, BYTES_PER_BATCH)
                .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, CompressionType.LZ4.name)
                .setKafkaProducerConfig(clientConfig)
                .setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(schema)
                .build();
    }

    private Admin admin() {
        Properties config = new Properties();
        config.putAll(clientConfig);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MILLIS);
        return Admin.create(config);
    }
}
