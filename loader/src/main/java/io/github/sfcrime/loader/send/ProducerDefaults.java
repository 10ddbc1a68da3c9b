package io.github.sfcrime.loader.send;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What a load's producer is set to, unless the user sets it otherwise. */
final class ProducerDefaults {

    /** How long a broker that has gone is waited for; long enough for what is buffered to go over a slow line. */
    private static final Duration SENDS_WITHIN = Duration.ofSeconds(15);

    private ProducerDefaults() {}

    /** Idempotent, compressed, and in batches large enough for throughput; latency does not matter to a load. */
    static Map<String, Object> of(Duration answersWithin) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(ProducerConfig.ACKS_CONFIG, "all");
        defaults.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        defaults.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        defaults.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        defaults.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        defaults.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024);
        defaults.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, SENDS_WITHIN.toMillis());
        defaults.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) answersWithin.toMillis());
        defaults.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) SENDS_WITHIN.toMillis());
        return defaults;
    }
}
