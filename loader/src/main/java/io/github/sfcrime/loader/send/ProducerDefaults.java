package io.github.sfcrime.loader.send;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The producer settings of a load, which the user's settings override. */
final class ProducerDefaults {

    /** How long to wait for a broker that is away; long enough to send the buffer over a slow line. */
    private static final Duration SENDS_WITHIN = Duration.ofSeconds(15);

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** Idempotent, compressed, and in batches large enough for throughput; latency does not matter to a load. */
    static final Map<String, Object> ALL = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 * 1024,
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            32L * 1024 * 1024,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            SENDS_WITHIN.toMillis(),
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            (int) ANSWERS_WITHIN.toMillis(),
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            (int) SENDS_WITHIN.toMillis());

    private ProducerDefaults() {}

    /** These settings, with a producer that retries without end unless they say otherwise. */
    static Map<String, Object> patient(Map<String, Object> settings) {
        Map<String, Object> patient = new HashMap<>(settings);
        patient.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, Integer.MAX_VALUE);
        patient.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return patient;
    }
}
