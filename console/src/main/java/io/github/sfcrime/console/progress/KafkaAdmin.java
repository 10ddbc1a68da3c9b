package io.github.sfcrime.console.progress;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/** Opens Kafka's admin client, which waits for a broker no longer than a person would. */
public final class KafkaAdmin {

    /** What the user's own settings may overrule. */
    private static final Map<String, Object> DEFAULTS = Map.of(
            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, "10000",
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, "5000");

    private KafkaAdmin() {}

    /**
     * A client that has not talked to a broker yet.
     *
     * @throws ConfigException if Kafka refuses the settings
     */
    public static Admin open(Map<String, ?> settings) {
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(settings);
        try {
            return Admin.create(all);
        } catch (KafkaException e) {
            Throwable cause = e;
            while (cause.getCause() instanceof KafkaException inner) {
                cause = inner;
            }
            ConfigException refused = new ConfigException("Kafka's client refuses its settings: " + cause.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }
}
