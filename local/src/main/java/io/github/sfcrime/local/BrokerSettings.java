package io.github.sfcrime.local;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a stack's broker is started.
 *
 * @param port where it listens for clients
 * @param kafka Kafka's broker settings, which override this stack's
 */
public record BrokerSettings(Port port, Map<String, String> kafka) {

    public BrokerSettings {
        kafka = Map.copyOf(kafka);
    }

    /** A broker on any free port. */
    public static BrokerSettings onFreePort() {
        return new BrokerSettings(Port.any(), Map.of());
    }

    /** The same, on a port that is free now. */
    BrokerSettings onChosenPort() {
        return new BrokerSettings(Port.exactly(port.choose("the Kafka broker")), kafka);
    }

    /** The same with one more of Kafka's settings. */
    public BrokerSettings with(String key, String value) {
        Map<String, String> more = new TreeMap<>(kafka);
        more.put(key, value);
        return new BrokerSettings(port, more);
    }
}
