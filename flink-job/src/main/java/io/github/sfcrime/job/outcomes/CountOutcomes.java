package io.github.sfcrime.job.outcomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums the outcomes of records, as gauges while the job runs and as accumulators of the same names when it has
 * finished. Its parallelism is 1, so that the numbers are complete, and remain when a source reader of a bounded run
 * finishes before the others, whose state Flink then drops.
 */
final class CountOutcomes extends AbstractStreamOperator<Void> implements OneInputStreamOperator<OutcomeDelta, Void> {

    private static final Outcome[] OUTCOMES = Outcome.values();

    private transient Map<Outcome, AtomicLong> calls;
    private transient Map<Outcome, LongCounter> accumulators;
    /** The counts by the names of their gauges. */
    private transient ListState<Tuple2<String, Long>> state;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        calls = new EnumMap<>(Outcome.class);
        for (Outcome outcome : OUTCOMES) {
            calls.put(outcome, new AtomicLong());
        }
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("outcomes", Types.TUPLE(Types.STRING, Types.LONG)));
        for (Tuple2<String, Long> restored : state.get()) {
            of(named(restored.f0)).addAndGet(restored.f1);
        }
    }

    private static Outcome named(String metric) {
        return Arrays.stream(OUTCOMES)
                .filter(outcome -> outcome.metric().equals(metric))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("state has an outcome that this version does not know: " + metric));
    }

    @Override
    public void open() throws Exception {
        super.open();
        MetricGroup metrics = getMetricGroup().addGroup("sfcrime");
        accumulators = new EnumMap<>(Outcome.class);
        for (Outcome outcome : OUTCOMES) {
            metrics.gauge(outcome.metric(), (Gauge<Long>) () -> shown(outcome));
            LongCounter atEnd = getRuntimeContext().getLongCounter(outcome.metric());
            atEnd.add(of(outcome).get());
            accumulators.put(outcome, atEnd);
        }
    }

    /** Never below 0: a correction from one outcome to another may arrive before the calls that it corrects. */
    private long shown(Outcome outcome) {
        return Math.max(0, of(outcome).get());
    }

    private AtomicLong of(Outcome outcome) {
        return Objects.requireNonNull(calls.get(outcome));
    }

    @Override
    public void processElement(StreamRecord<OutcomeDelta> element) {
        OutcomeDelta delta = element.getValue();
        of(delta.outcome).addAndGet(delta.calls);
        Objects.requireNonNull(accumulators.get(delta.outcome)).add(delta.calls);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        List<Tuple2<String, Long>> all = new ArrayList<>();
        for (Outcome outcome : OUTCOMES) {
            all.add(Tuple2.of(outcome.metric(), of(outcome).get()));
        }
        state.update(all);
    }
}
