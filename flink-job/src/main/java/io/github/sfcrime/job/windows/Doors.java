package io.github.sfcrime.job.windows;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts every input record by the door that it leaves through: in = counted + late + dead letter. The counts are
 * checkpointed, so that they add up after a restart and a change of parallelism; they show as gauges while the job runs
 * and as accumulators when it has ended.
 */
final class Doors {

    /** The way in and the ways out, with the names of their gauge and their accumulator. */
    enum Door {
        IN("callsIn", "calls-in"),
        COUNTED("callsCounted", "calls-counted"),
        LATE("callsLate", "calls-late"),
        DEAD_LETTER("callsDeadLetter", "calls-dead-letter");

        private final String gauge;
        private final String accumulator;

        Door(String gauge, String accumulator) {
            this.gauge = gauge;
            this.accumulator = accumulator;
        }
    }

    private static final Door[] ALL = Door.values();

    private final long[] passed = new long[ALL.length];
    private final LongCounter[] accumulators = new LongCounter[ALL.length];
    private final ListState<Tuple2<String, Long>> state;

    /** Takes up the counts of the checkpoint that is restored from, if any. */
    Doors(OperatorStateStore states) throws Exception {
        state = states.getListState(new ListStateDescriptor<>("doors", Types.TUPLE(Types.STRING, Types.LONG)));
        for (Tuple2<String, Long> restored : state.get()) {
            passed[Door.valueOf(restored.f0).ordinal()] += restored.f1;
        }
    }

    void show(MetricGroup group, RuntimeContext context) {
        for (Door door : ALL) {
            group.gauge(door.gauge, () -> passed(door));
            accumulators[door.ordinal()] = new LongCounter();
            context.addAccumulator(door.accumulator, accumulators[door.ordinal()]);
        }
    }

    void pass(Door door) {
        passed[door.ordinal()]++;
    }

    void pass(Door door, long calls) {
        passed[door.ordinal()] += calls;
    }

    long passed(Door door) {
        return passed[door.ordinal()];
    }

    /** Brings the accumulators up to date. */
    void report() {
        for (Door door : ALL) {
            LongCounter accumulator = accumulators[door.ordinal()];
            accumulator.add(passed(door) - accumulator.getLocalValuePrimitive());
        }
    }

    void snapshot() throws Exception {
        state.clear();
        for (Door door : ALL) {
            state.add(Tuple2.of(door.name(), passed(door)));
        }
    }
}
