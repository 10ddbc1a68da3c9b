package io.github.sfcrime.job.kafka.settings;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/** The broker's {@code transaction.max.timeout.ms}. */
final class TransactionLimit {

    private static final String SETTING = "transaction.max.timeout.ms";

    private final Admin admin;

    TransactionLimit(Admin admin) {
        this.admin = admin;
    }

    long millis() throws InterruptedException {
        try {
            int broker = admin.describeCluster().nodes().get().iterator().next().id();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
            for (Config config :
                    admin.describeConfigs(List.of(resource)).all().get().values()) {
                ConfigEntry limit = config.get(SETTING);
                if (limit != null && limit.value() != null) {
                    return Long.parseLong(limit.value());
                }
            }
            throw new KafkaException("the broker does not say its " + SETTING);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "cannot find out how long the broker lets transactions take (" + SETTING + "): " + e.getCause(),
                    e.getCause());
        }
    }
}
