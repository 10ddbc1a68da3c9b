package io.github.sfcrime.benchmarks.jet;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.jet.Job;
import com.hazelcast.jet.aggregate.AggregateOperations;
import com.hazelcast.jet.config.JobConfig;
import com.hazelcast.jet.config.ProcessingGuarantee;
import com.hazelcast.jet.datamodel.KeyedWindowResult;
import com.hazelcast.jet.kafka.KafkaSinks;
import com.hazelcast.jet.kafka.KafkaSources;
import com.hazelcast.jet.pipeline.Pipeline;
import com.hazelcast.jet.pipeline.StreamSource;
import com.hazelcast.jet.pipeline.WindowDefinition;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The base query with Hazelcast Jet, which prints how many calls it has read. As its experts write it: the three needed
 * fields are decoded in the source's projection, the tumbling window is aggregated in two stages without early results,
 * polls bring many records, and there are as many cooperative threads as the contender may have.
 */
public final class JetCounts {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final long REPORT_EVERY_MILLIS = 200;

    /** As often as the job takes a checkpoint. */
    private static final long SNAPSHOT_EVERY_MILLIS = 10_000;

    /** Longer than any pause before the end of the calls, whose windows close this long after it. */
    private static final long IDLE_AFTER_MILLIS = 20_000;

    private static final LocalDateTime AFTER_ALL_CALLS = LocalDateTime.of(2100, 1, 1, 0, 0);

    private static final LongAdder READ = new LongAdder();
    private static final ThreadLocal<ReadCall> CALLS = ThreadLocal.withInitial(ReadCall::new);

    private JetCounts() {}

    /** Runs with an id, the broker, the topics of calls, of closing calls and of rows, threads and the watermarks' bound. */
    public static void main(String[] arguments) throws InterruptedException {
        int threads = Integer.parseInt(arguments[5]);
        holdNoTimeBack(arguments[1], arguments[3]);
        HazelcastInstance member = Hazelcast.newHazelcastInstance(config(arguments[0], threads));
        JobConfig settings = new JobConfig()
                .setProcessingGuarantee(ProcessingGuarantee.AT_LEAST_ONCE)
                .setSnapshotIntervalMillis(SNAPSHOT_EVERY_MILLIS);
        Pipeline pipeline = pipeline(arguments, threads, Duration.parse(arguments[6]));
        Job job = member.getJet().newJob(pipeline, settings);
        while (!job.getFuture().isDone()) {
            System.out.println("records " + READ.sum());
            Thread.sleep(REPORT_EVERY_MILLIS);
        }
        job.join();
    }

    /**
     * Partitions of closing calls are read from the beginning and must not hold time back: each gets a call from after
     * all others, so that windows close by the partitions of the calls alone, and at once when these are idle.
     */
    private static void holdNoTimeBack(String bootstrapServers, String closing) {
        CallForService call = new CallForService();
        call.setCrimeId(0L);
        call.setOriginalCrimeTypeName("Closing");
        call.setCallDateTime(AFTER_ALL_CALLS);
        byte[] value = new WireFormat<CallForService>(ReadCall.WRITTEN).encode(call);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producer(bootstrapServers))) {
            for (PartitionInfo partition : producer.partitionsFor(closing)) {
                // Flushed when the producer is closed; without it the rows would be wrong, which is told.
                var unused = producer.send(new ProducerRecord<>(closing, partition.partition(), null, value));
            }
        }
    }

    private static Config config(String name, int threads) {
        Config config = new Config().setClusterName(name);
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getJetConfig().setEnabled(true).setCooperativeThreadCount(threads);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        return config;
    }

    private static Pipeline pipeline(String[] arguments, int threads, Duration bound) {
        StreamSource<Call> calls = KafkaSources.<byte[], byte[], Call>kafka(
                consumer(arguments[1]),
                call -> {
                    READ.increment();
                    return CALLS.get().read(call.value());
                },
                arguments[2],
                arguments[3]);
        calls.setPartitionIdleTimeout(IDLE_AFTER_MILLIS);
        Pipeline pipeline = Pipeline.create();
        pipeline.readFrom(calls)
                .withTimestamps(Call::time, bound.toMillis())
                .setLocalParallelism(threads)
                .groupingKey(Call::group)
                .window(WindowDefinition.tumbling(WINDOW.toMillis()))
                .aggregate(AggregateOperations.counting())
                .setLocalParallelism(threads)
                .writeTo(KafkaSinks.<KeyedWindowResult<Group, Long>>kafka(producer(arguments[1]))
                        .toRecordFn(result ->
                                new ProducerRecord<>(arguments[4], WriteRow.key(result), WriteRow.row(result)))
                        .exactlyOnce(false)
                        .build())
                .setLocalParallelism(threads);
        return pipeline;
    }

    private static Properties consumer(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "32768");
        return settings;
    }

    private static Properties producer(String bootstrapServers) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, "262144");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "50");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }
}
