package io.github.sfcrime.job.kafka.settings;

import java.util.Locale;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Properties of the consumers of calls: what the job sets, then the user's own, then what the connector adds. */
public final class ConsumerSettings {

    /** The fetch setting that throughput depends on most; the client's default is 500. */
    public static final String RECORDS_PER_POLL = "2000";

    /** A load that was killed leaves calls behind that its next start loads again. */
    private static final String COMMITTED_ONLY = "read_committed";

    private ConsumerSettings() {}

    /** What the connector is told. */
    public static Properties given(KafkaSettings settings) {
        Properties consumer = new Properties();
        consumer.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_POLL);
        consumer.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, COMMITTED_ONLY);
        consumer.setProperty(
                KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
                Long.toString(settings.partitionDiscovery().toMillis()));
        consumer.putAll(settings.clientConfig());
        consumer.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        consumer.setProperty(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        return consumer;
    }

    /** All of them, as a source that the connector builds has them. */
    public static Properties all(KafkaSettings settings) {
        Properties consumer = given(settings);
        consumer.putIfAbsent(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer.putIfAbsent(KafkaSourceOptions.CLIENT_ID_PREFIX.key(), settings.groupId());
        consumer.setProperty(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                settings.start()
                        .initializer(settings)
                        .getAutoOffsetResetStrategy()
                        .name()
                        .toLowerCase(Locale.ROOT));
        if (settings.bounded()) {
            consumer.setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1");
        }
        return consumer;
    }
}
