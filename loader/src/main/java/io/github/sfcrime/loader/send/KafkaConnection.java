package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.UserErrorException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The clients that a load talks to a Kafka cluster with, for as long as it takes. */
final class KafkaConnection implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    private final Map<String, Object> settings;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    private KafkaConnection(Map<String, Object> settings) {
        this.settings = settings;
        admin = Admin.create(over(
                settings,
                Map.of(
                        CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWERS_WITHIN.toMillis(),
                        CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWERS_WITHIN.toMillis())));
        try {
            producer = new KafkaProducer<>(
                    over(settings, ProducerDefaults.of(ANSWERS_WITHIN)),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    /** Connects with these client settings, refusing values that Kafka's clients do not take. */
    static KafkaConnection open(Map<String, Object> settings) {
        try {
            return new KafkaConnection(settings);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (e instanceof ConfigException || cause instanceof ConfigException) {
                throw new UserErrorException("a Kafka setting is not accepted: "
                        + withoutValues(String.valueOf(cause.getMessage()), settings));
            }
            throw e;
        }
    }

    private static Map<String, Object> over(Map<String, Object> settings, Map<String, Object> defaults) {
        Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(settings);
        return all;
    }

    /** Kafka's messages quote values, and a value may be a password. */
    private static String withoutValues(String message, Map<String, Object> settings) {
        String hidden = message;
        for (Map.Entry<String, Object> setting : settings.entrySet()) {
            String value = setting.getValue().toString();
            if (!value.isEmpty() && !setting.getKey().equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
                hidden = hidden.replace(value, "[hidden]");
            }
        }
        return hidden;
    }

    /** The settings as they were given. */
    Map<String, Object> settings() {
        return settings;
    }

    Admin admin() {
        return admin;
    }

    Producer<byte[], byte[]> producer() {
        return producer;
    }

    /** What a person can act on: that no broker answers, where Kafka's message only tells of a timeout. */
    KafkaException explained(KafkaException e, @Nullable Throwable cause) {
        if (cause instanceof TimeoutException) {
            return new KafkaException(
                    "no Kafka broker answers at " + settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                            + " within " + ANSWERS_WITHIN.toSeconds() + " s: start it, or name another with -b",
                    e);
        }
        return e;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
