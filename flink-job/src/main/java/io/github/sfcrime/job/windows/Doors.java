package io.github.sfcrime.job.windows;

import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts every input record by the door that it leaves through: in = counted + late + dead letter + duplicate + from the
 * future + filtered, for queries about windows; for the totals, which know no late calls, totalled stands for the first
 * two. The counts are checkpointed, so that they add up after a restart and a change of parallelism. Several operators
 * have doors, and only their sums mean anything: behind the shuffle calls are merely moved from the counted to the late.
 */
final class Doors {

    final Door in = new Door("callsIn");
    final Door counted = new Door("callsCounted");
    final Door late = new Door("callsLate");
    final Door deadLetter = new Door("callsDeadLetter");
    final Door duplicate = new Door("callsDuplicate");
    final Door fromFuture = new Door("callsFromFuture");
    final Door filtered = new Door("callsFiltered");
    final Door totalled = new Door("callsTotalled");
    /** No door: calls among the counted that came too late for some of their windows. */
    final Door partlyLate = new Door("callsPartlyLate");

    private final List<Door> all =
            List.of(in, counted, late, deadLetter, duplicate, fromFuture, filtered, totalled, partlyLate);
    private final ListState<Tuple2<String, Long>> state;

    /** Takes up the counts of the checkpoint that is restored from, if any. */
    Doors(OperatorStateStore states) throws Exception {
        state = states.getListState(new ListStateDescriptor<>("doors", Types.TUPLE(Types.STRING, Types.LONG)));
        for (Tuple2<String, Long> restored : state.get()) {
            named(restored.f0).pass(restored.f1);
        }
    }

    void show(MetricGroup group, RuntimeContext context) {
        all.forEach(door -> door.show(group, context));
        report();
    }

    /** Brings the accumulators up to date. */
    void report() {
        all.forEach(Door::report);
    }

    void snapshot() throws Exception {
        state.clear();
        for (Door door : all) {
            state.add(Tuple2.of(door.name(), door.calls()));
        }
    }

    private Door named(String name) {
        return all.stream()
                .filter(door -> door.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("state has a door that this version does not know: " + name));
    }
}
