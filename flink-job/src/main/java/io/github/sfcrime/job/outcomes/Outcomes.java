package io.github.sfcrime.job.outcomes;

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
public final class Outcomes {

    public final Outcome in = new Outcome("callsIn");
    public final Outcome counted = new Outcome("callsCounted");
    public final Outcome late = new Outcome("callsLate");
    public final Outcome deadLetter = new Outcome("callsDeadLetter");
    public final Outcome duplicate = new Outcome("callsDuplicate");
    public final Outcome fromFuture = new Outcome("callsFromFuture");
    public final Outcome filtered = new Outcome("callsFiltered");
    public final Outcome totalled = new Outcome("callsTotalled");
    /** No door: calls among the counted that came too late for some of their windows. */
    public final Outcome partlyLate = new Outcome("callsPartlyLate");

    private final List<Outcome> all =
            List.of(in, counted, late, deadLetter, duplicate, fromFuture, filtered, totalled, partlyLate);
    private final ListState<Tuple2<String, Long>> state;

    /** Takes up the counts of the checkpoint that is restored from, if any. */
    public Outcomes(OperatorStateStore states) throws Exception {
        state = states.getListState(new ListStateDescriptor<>("doors", Types.TUPLE(Types.STRING, Types.LONG)));
        for (Tuple2<String, Long> restored : state.get()) {
            named(restored.f0).pass(restored.f1);
        }
    }

    public void show(MetricGroup group, RuntimeContext context) {
        all.forEach(door -> door.show(group, context));
        report();
    }

    /** Brings the accumulators up to date. */
    public void report() {
        all.forEach(Outcome::report);
    }

    public void snapshot() throws Exception {
        state.clear();
        for (Outcome door : all) {
            state.add(Tuple2.of(door.name(), door.calls()));
        }
    }

    private Outcome named(String name) {
        return all.stream()
                .filter(door -> door.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("state has a door that this version does not know: " + name));
    }
}
