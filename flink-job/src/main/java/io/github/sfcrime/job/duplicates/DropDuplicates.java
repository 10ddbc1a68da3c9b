package io.github.sfcrime.job.duplicates;

import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.outcomes.Outcomes;
import java.time.Duration;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Lets the first call of each number pass. Numbers are remembered until the watermark has left the first call behind by
 * the horizon, which bounds the state.
 */
final class DropDuplicates extends AbstractStreamOperator<CallRecord>
        implements OneInputStreamOperator<CallRecord, CallRecord>, Triggerable<Long, VoidNamespace> {

    private final long horizonMillis;

    /** When the last call of the number that passed was. */
    private transient ValueState<Long> seen;

    private transient InternalTimerService<VoidNamespace> timers;
    private transient Outcomes doors;

    DropDuplicates(Duration horizon) {
        horizonMillis = horizon.toMillis();
    }

    /** What a record is known by: the call's number, or for one that can't be counted its place in the topic. */
    static long numberOf(CallRecord call) {
        return call.problem == null ? call.crimeId : call.source.offset;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        doors = new Outcomes(context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        doors.snapshot();
        doors.report();
    }

    @Override
    public void open() throws Exception {
        super.open();
        doors.show(getMetricGroup().addGroup("sfcrime"), getRuntimeContext());
        seen = getKeyedStateStore().getState(new ValueStateDescriptor<>("seen", Types.LONG));
        timers = getInternalTimerService("horizon", VoidNamespaceSerializer.INSTANCE, this);
    }

    @Override
    public void processElement(StreamRecord<CallRecord> element) throws Exception {
        CallRecord call = element.getValue();
        if (call.problem != null) {
            output.collect(element);
            return;
        }
        Long first = seen.value();
        if (first != null && Math.abs(element.getTimestamp() - first) <= horizonMillis) {
            doors.in.pass();
            doors.duplicate.pass();
            return;
        }
        if (first == null || element.getTimestamp() > first) {
            seen.update(element.getTimestamp());
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, element.getTimestamp() + horizonMillis);
        }
        output.collect(element);
    }

    @Override
    public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
        Long latest = seen.value();
        if (latest != null && timer.getTimestamp() >= latest + horizonMillis) {
            seen.clear();
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
        throw new IllegalStateException("the horizon goes by event time");
    }

    @Override
    public void finish() throws Exception {
        doors.report();
        super.finish();
    }
}
