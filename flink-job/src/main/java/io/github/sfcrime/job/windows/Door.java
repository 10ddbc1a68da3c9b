package io.github.sfcrime.job.windows;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** One way that calls take through an operator, and how many have taken it. */
final class Door {

    private final String name;
    private @Nullable LongCounter atEnd;
    private long calls;
    private long reported;

    /** A door by the name of its gauge, such as {@code callsLate}. */
    Door(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    long calls() {
        return calls;
    }

    void pass() {
        calls++;
    }

    void pass(long more) {
        calls += more;
    }

    /**
     * Shows the calls as a gauge while the job runs, and as an accumulator of the same name, which operators of one chain
     * share, when it has ended.
     */
    void show(MetricGroup group, RuntimeContext context) {
        group.gauge(name, this::calls);
        atEnd = context.getLongCounter(name);
    }

    /** Brings the accumulator up to date. */
    void report() {
        if (atEnd != null) {
            atEnd.add(calls - reported);
            reported = calls;
        }
    }
}
