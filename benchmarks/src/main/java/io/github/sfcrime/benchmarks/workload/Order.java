package io.github.sfcrime.benchmarks.workload;

import java.util.Locale;

/** In which order a workload's calls lie in each partition. */
public enum Order {
    /** As a replay of a sorted file has them. */
    EVENT_TIME,
    /** As they would have come in: each call trails the latest one by up to three hours. */
    ARRIVAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Order named(String name) {
        for (Order order : values()) {
            if (order.toString().equals(name)) {
                return order;
            }
        }
        throw new IllegalArgumentException("order must be event-time or arrival: " + name);
    }
}
