package io.github.sfcrime.job.sql;

import io.github.sfcrime.job.kafka.settings.KafkaSettings;
import io.github.sfcrime.job.kafka.source.LimitRate;
import io.github.sfcrime.schemas.Topic;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The job's Kafka settings as options of the connector's tables.
 *
 * @param settings the settings
 */
record KafkaOptions(KafkaSettings settings) {

    /** The brokers' default limit; the connector's default of an hour is above it and refused. */
    private static final String LONGEST_TRANSACTION_MILLIS = "900000";

    /** The options of the table of calls, for that many parallel readers. */
    Map<String, String> source(int readers) {
        Map<String, String> options = clients();
        options.put("topic", settings.topic());
        options.put("properties.group.id", settings.groupId());
        options.putAll(start());
        if (settings.bounded()) {
            options.put("scan.bounded.mode", "latest-offset");
        }
        options.put(
                "scan.topic-partition-discovery.interval",
                settings.partitionDiscovery().toMillis() + " ms");
        if (settings.recordsPerSecond() != null) {
            Properties limit = LimitRate.shared(settings.recordsPerSecond(), readers, settings.clientConfig());
            limit.stringPropertyNames().forEach(name -> options.put("properties." + name, limit.getProperty(name)));
        }
        return options;
    }

    /** The options of a table of results. */
    Map<String, String> sink(Topic topic) {
        Map<String, String> options = clients();
        if (settings.delivery() == KafkaSettings.Delivery.EXACTLY_ONCE) {
            options.put("sink.delivery-guarantee", "exactly-once");
            options.put("sink.transactional-id-prefix", settings.groupId() + "-sql-" + topic.name());
            options.putIfAbsent("properties.transaction.timeout.ms", LONGEST_TRANSACTION_MILLIS);
        }
        return options;
    }

    private Map<String, String> clients() {
        Map<String, String> options = new TreeMap<>();
        settings.clientConfig()
                .stringPropertyNames()
                .forEach(name -> options.put(
                        "properties." + name, settings.clientConfig().getProperty(name)));
        options.put("properties.bootstrap.servers", settings.bootstrapServers());
        return options;
    }

    private Map<String, String> start() {
        String start = settings.start().setting();
        return switch (start) {
            case "earliest", "available" -> Map.of("scan.startup.mode", "earliest-offset");
            case "latest" -> Map.of("scan.startup.mode", "latest-offset");
            case "group" -> Map.of("scan.startup.mode", "group-offsets");
            default ->
                Map.of(
                        "scan.startup.mode",
                        "timestamp",
                        "scan.startup.timestamp-millis",
                        Long.toString(Instant.parse(start).toEpochMilli()));
        };
    }
}
