package io.github.sfcrime.benchmarks.latency;

import io.github.sfcrime.local.stack.Delivery;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How latency is measured.
 *
 * @param rate calls per second
 * @param warmUp how long calls are sent before the first that is measured
 * @param duration how long calls that are measured are sent
 * @param delivery how results are delivered
 * @param checkpointInterval how often the job takes a checkpoint
 * @param parallelism of the job
 * @param partitions of each topic
 * @param flink Flink's own settings for the job
 * @param kafka properties of the job's Kafka clients
 * @param loader properties of the producer of calls
 */
record LatencySettings(
        double rate,
        Duration warmUp,
        Duration duration,
        Delivery delivery,
        Duration checkpointInterval,
        int parallelism,
        int partitions,
        Map<String, String> flink,
        Map<String, String> kafka,
        Map<String, String> loader) {

    /**
     * What comes within two milliseconds goes in one request, on each way; each can be overridden. A request for each record
     * costs more: at thousands of them a second all wait for the processor.
     */
    private static final Map<String, String> FLINK = Map.of("execution.buffer-timeout.interval", "1ms");

    private static final Map<String, String> FETCHING = Map.of("fetch.min.bytes", "65536", "fetch.max.wait.ms", "2");
    private static final Map<String, String> SENDING = Map.of("linger.ms", "2", "compression.type", "none");

    LatencySettings {
        require(rate > 0, "--rate must be above 0", rate);
        require(!warmUp.isNegative(), "--warm-up must not be negative", warmUp);
        require(duration.toMillis() > 0, "--duration must be positive", duration);
        require(checkpointInterval.toMillis() > 0, "--checkpoint-interval must be positive", checkpointInterval);
        require(parallelism > 0, "--parallelism must be at least 1", parallelism);
        flink = over(FLINK, flink);
        kafka = over(over(FETCHING, SENDING), kafka);
        loader = over(SENDING, loader);
    }

    /** Properties of the consumer that reads totals. */
    Map<String, String> reader() {
        return FETCHING;
    }

    private static Map<String, String> over(Map<String, String> defaults, Map<String, String> given) {
        Map<String, String> all = new TreeMap<>(defaults);
        all.putAll(given);
        return all;
    }

    long records() {
        return (long) (rate * warmUp.plus(duration).toMillis() / 1e3);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
