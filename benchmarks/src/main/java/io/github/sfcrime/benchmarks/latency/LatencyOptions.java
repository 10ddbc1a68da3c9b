package io.github.sfcrime.benchmarks.latency;

import io.github.sfcrime.local.stack.Delivery;
import io.github.sfcrime.local.stack.DeliveryConverter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of {@code bench latency} that say how it is measured. */
final class LatencyOptions {

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Calls per second (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            defaultValue = "2m",
            description = "How long calls are sent before the first that is measured: at this rate the JVMs compile for"
                    + " longer than a minute (default: ${DEFAULT-VALUE}).")
    private Duration warmUp = Duration.ofMinutes(2);

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long calls that are measured are sent (default: ${DEFAULT-VALUE}).")
    private Duration duration = Duration.ofSeconds(60);

    @Option(
            names = "--delivery",
            paramLabel = "MODE",
            defaultValue = "at-least-once",
            description = "at-least-once or exactly-once (default: ${DEFAULT-VALUE}).",
            converter = DeliveryConverter.class)
    private Delivery delivery = Delivery.AT_LEAST_ONCE;

    @Option(
            names = "--checkpoint-interval",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "How often the job takes a checkpoint, which is when exactly-once results can be read"
                    + " (default: ${DEFAULT-VALUE}).")
    private Duration checkpointInterval = Duration.ofSeconds(10);

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "1",
            description = "Slots of the job (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of each topic (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "One of Flink's own settings for the job, over execution.buffer-timeout.interval=1ms.")
    private Map<String, String> flink = new LinkedHashMap<>();

    @Option(
            names = "-X",
            paramLabel = "KEY=VALUE",
            description = "A property of the job's Kafka clients, over linger.ms=2, compression.type=none,"
                    + " fetch.min.bytes=65536 and fetch.max.wait.ms=2.")
    private Map<String, String> kafka = new LinkedHashMap<>();

    @Option(
            names = "-L",
            paramLabel = "KEY=VALUE",
            description = "A property of the producer of calls, over linger.ms=2 and compression.type=none.")
    private Map<String, String> loader = new LinkedHashMap<>();

    LatencySettings settings() {
        return new LatencySettings(
                rate, warmUp, duration, delivery, checkpointInterval, parallelism, partitions, flink, kafka, loader);
    }
}
