package io.github.sfcrime.loader.send;

import io.github.sfcrime.cli.KafkaClients;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/** The clients that a load talks to a Kafka cluster with, for as long as it takes. */
final class KafkaConnection implements AutoCloseable {

    private final Map<String, Object> settings;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    private KafkaConnection(Map<String, Object> settings) {
        this.settings = settings;
        admin = KafkaClients.admin(settings);
        try {
            producer = KafkaClients.producer(settings, ProducerDefaults.ALL);
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
    }

    /** Connects with these client settings, refusing values that Kafka's clients do not take. */
    static KafkaConnection open(Map<String, Object> settings) {
        return new KafkaConnection(settings);
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

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
