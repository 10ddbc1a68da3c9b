package io.github.sfcrime.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Creates Kafka's clients, which connect later; settings that they refuse are the user's mistake. */
public final class KafkaClients {

    private static final Map<String, Object> PATIENCE = Map.of(
            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);

    private KafkaClients() {}

    /** An admin client that waits for the cluster ten seconds at most. */
    public static Admin admin(Map<String, ?> settings) {
        return open(Admin::create, settings, PATIENCE);
    }

    /**
     * A producer of bytes.
     *
     * @param defaults what the settings may overrule
     */
    public static Producer<byte[], byte[]> producer(Map<String, ?> settings, Map<String, ?> defaults) {
        return open(
                all -> new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()),
                settings,
                defaults);
    }

    /**
     * A consumer of bytes.
     *
     * @param defaults what the settings may overrule
     */
    public static Consumer<byte[], byte[]> consumer(Map<String, ?> settings, Map<String, ?> defaults) {
        return open(
                all -> new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                settings,
                defaults);
    }

    private static <C> C open(
            Function<Map<String, Object>, C> client, Map<String, ?> settings, Map<String, ?> defaults) {
        Map<String, Object> all = new HashMap<>(defaults);
        all.putAll(settings);
        try {
            return client.apply(all);
        } catch (KafkaException e) {
            throw new UserErrorException("a Kafka setting is not accepted: " + withoutValues(reason(e), settings), e);
        }
    }

    /**
     * What the innermost Kafka exception says, and its cause: outer ones are vague, the cause may be a bare file name.
     */
    private static String reason(KafkaException exception) {
        Throwable cause = exception.getCause();
        if (cause instanceof KafkaException inner) {
            return reason(inner);
        }
        return exception.getMessage() + (cause == null ? "" : ": " + cause.getMessage());
    }

    /** Kafka's messages quote values, and a value may be a password; addresses and files are none. */
    private static String withoutValues(String message, Map<String, ?> settings) {
        String hidden = message;
        for (Map.Entry<String, ?> setting : settings.entrySet()) {
            String key = setting.getKey();
            String value = setting.getValue().toString();
            if (!value.isEmpty()
                    && !key.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                    && !key.endsWith(".location")) {
                hidden = hidden.replace(value, "[hidden]");
            }
        }
        return hidden;
    }
}
