package io.github.sfcrime.job.outcomes;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** One way that calls take through an operator, and how many have taken it. */
public final class Outcome {

    private final String name;
    private @Nullable LongCounter atEnd;
    private long calls;
    private long reported;

    /** A door by the name of its gauge, such as {@code callsLate}. */
    public Outcome(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public long calls() {
        return calls;
    }

    public void pass() {
        calls++;
    }

    public void pass(long more) {
        calls += more;
    }

    /**
     * Shows the calls as a gauge while the job runs, and as an accumulator of the same name, which operators of one chain
     * share, when it has ended.
     */
    public void show(MetricGroup group, RuntimeContext context) {
        group.gauge(name, this::calls);
        atEnd = context.getLongCounter(name);
    }

    /** Brings the accumulator up to date. */
    public void report() {
        if (atEnd != null) {
            atEnd.add(calls - reported);
            reported = calls;
        }
    }
}
