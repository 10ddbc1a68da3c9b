package io.github.sfcrime.benchmarks.workload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.WireFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends calls to one topic, each under its number as text, as the loader does, but by {@link WorkloadSchema}. */
public final class CallProducer implements AutoCloseable {

    private final WireFormat<CallForService> format = new WireFormat<>(WorkloadSchema.CALLS);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    /** A producer in a hurry to send much. */
    public CallProducer(String bootstrapServers, String topic, String compression) {
        this(
                bootstrapServers,
                topic,
                Map.of(
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        compression,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        "262144",
                        ProducerConfig.LINGER_MS_CONFIG,
                        "20",
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        "67108864"));
    }

    /** A producer with Kafka's own settings. */
    public CallProducer(String bootstrapServers, String topic, Map<String, String> settings) {
        this.topic = topic;
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        producer = new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one without waiting; a failure is told by {@link #flush}. */
    public void send(CallForService call, int partition) {
        byte[] key = Long.toString(call.getCrimeId()).getBytes(US_ASCII);
        // A failed send reaches the callback.
        var unused = producer.send(
                new ProducerRecord<>(topic, partition, key, format.encode(call)),
                (metadata, e) -> failure.compareAndSet(null, e));
    }

    /** Waits until all are acknowledged. */
    public void flush() {
        producer.flush();
        Exception cause = failure.get();
        if (cause != null) {
            throw new BenchmarkFailure("cannot send to topic " + topic + ": " + cause.getMessage(), cause);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
