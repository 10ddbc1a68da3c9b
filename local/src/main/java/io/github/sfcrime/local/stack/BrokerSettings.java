package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.Port;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a stack's brokers are started.
 *
 * @param port where the first one listens for clients
 * @param brokers how many there are, each of them a controller too
 * @param kafka Kafka's broker settings, which override this stack's
 * @param jvm options for their JVMs
 */
public record BrokerSettings(Port port, int brokers, Map<String, String> kafka, List<String> jvm) {

    /** More copies than that are no safer on one machine. */
    private static final int MOST_REPLICAS = 3;

    public BrokerSettings {
        if (brokers < 1 || brokers == 2) {
            throw new IllegalArgumentException(
                    "brokers must be 1, or at least 3 so that a majority is left when one is gone: " + brokers);
        }
        kafka = Map.copyOf(kafka);
        jvm = List.copyOf(jvm);
    }

    /** A broker on any free port. */
    public static BrokerSettings onFreePort() {
        return new BrokerSettings(Port.any(), 1, Map.of(), List.of());
    }

    /** The same, on a port that is free now. */
    BrokerSettings onChosenPort() {
        return new BrokerSettings(Port.exactly(port.choose("the Kafka broker")), brokers, kafka, jvm);
    }

    /** The same with one more of Kafka's settings. */
    public BrokerSettings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(kafka);
        more.put(key, value);
        return new BrokerSettings(port, brokers, more, jvm);
    }

    /** The same with those options for their JVMs. */
    public BrokerSettings jvm(String... options) {
        return new BrokerSettings(port, brokers, kafka, List.of(options));
    }

    /** The same with that many brokers. */
    public BrokerSettings brokers(int number) {
        return new BrokerSettings(port, number, kafka, jvm);
    }

    /** On how many brokers each record is. */
    int replicas() {
        return Math.min(brokers, MOST_REPLICAS);
    }

    /** How many of them must have a record before it counts as written. */
    int leastReplicas() {
        return brokers == 1 ? 1 : 2;
    }
}
