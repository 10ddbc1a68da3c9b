package io.github.sfcrime.job.windows;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;

/** One way that calls take through an operator, and how many have taken it. */
final class Door {

    private final String name;
    private final LongCounter atEnd = new LongCounter();
    private long calls;

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

    /** Shows the calls as a gauge while the job runs, and as an accumulator of the same name when it has ended. */
    void show(MetricGroup group, RuntimeContext context) {
        group.gauge(name, this::calls);
        context.addAccumulator(name, atEnd);
    }

    /** Brings the accumulator up to date. */
    void report() {
        atEnd.add(calls - atEnd.getLocalValuePrimitive());
    }
}
