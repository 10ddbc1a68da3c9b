package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.GroupCount;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** Subtasks of {@link JudgeCounts}, and {@link RaiseAlerts} behind them. */
final class UnusualHarness implements AutoCloseable {

    private static final int MAX_PARALLELISM = 16;

    private final long windowLength;
    private final StateBackend backend;
    private final BucketOf bucketOf = new BucketOf(MAX_PARALLELISM);
    private final List<KeyedOneInputStreamOperatorTestHarness<Integer, GroupCount, Suspect>> judges = new ArrayList<>();
    private TwoInputStreamOperatorTestHarness<Suspect, JudgedGroups, GroupCount> alerts;
    private final List<String> rows = new ArrayList<>();

    private List<OperatorSubtaskState> judgesAtCheckpoint = List.of();
    private @Nullable OperatorSubtaskState alertsAtCheckpoint;
    private List<String> rowsAtCheckpoint = List.of();
    private long checkpoints;

    UnusualHarness(Duration window, StateBackend backend) throws Exception {
        windowLength = window.toMillis();
        this.backend = backend;
        alerts = alerts();
        open(2);
        checkpoint();
    }

    void count(GroupCount row) throws Exception {
        int subtask = KeyGroupRangeAssignment.assignKeyToParallelOperator(
                bucketOf.getKey(row), MAX_PARALLELISM, judges.size());
        judges.get(subtask).processElement(new StreamRecord<>(row));
    }

    /** Tells that all windows that end up to then are closed. */
    void watermark(long complete) throws Exception {
        Watermark mark = new Watermark(complete == Long.MAX_VALUE ? complete : complete - 1);
        for (KeyedOneInputStreamOperatorTestHarness<Integer, GroupCount, Suspect> judge : judges) {
            judge.processWatermark(mark);
        }
        handOn();
        alerts.processWatermark1(mark);
        alerts.processWatermark2(mark);
        alerts.extractOutputValues().forEach(row -> rows.add(text(row)));
        alerts.getOutput().clear();
    }

    private void handOn() throws Exception {
        for (KeyedOneInputStreamOperatorTestHarness<Integer, GroupCount, Suspect> judge : judges) {
            for (Suspect suspect : judge.extractOutputValues()) {
                alerts.processElement1(new StreamRecord<>(suspect));
            }
            judge.getOutput().clear();
            var changes = judge.getSideOutput(JudgeCounts.CHANGES);
            if (changes != null) {
                for (StreamRecord<JudgedGroups> change : changes) {
                    alerts.processElement2(new StreamRecord<>(change.getValue()));
                }
                changes.clear();
            }
        }
    }

    private static String text(GroupCount row) {
        return PlainUnusual.text(row.first, row.second, row.windowEnd, row.count, row.alert);
    }

    void checkpoint() throws Exception {
        handOn();
        checkpoints++;
        judgesAtCheckpoint = new ArrayList<>();
        for (KeyedOneInputStreamOperatorTestHarness<Integer, GroupCount, Suspect> judge : judges) {
            judgesAtCheckpoint.add(judge.snapshot(checkpoints, checkpoints));
        }
        alertsAtCheckpoint = alerts.snapshot(checkpoints, checkpoints);
        rowsAtCheckpoint = List.copyOf(rows);
    }

    /** Goes back to the checkpoint; what was written after it is lost, as transactions that are aborted are. */
    void restore(int parallelism) throws Exception {
        close();
        judges.clear();
        rows.clear();
        rows.addAll(rowsAtCheckpoint);
        alerts = alerts();
        open(parallelism);
    }

    private void open(int parallelism) throws Exception {
        for (int i = 0; i < parallelism; i++) {
            var judge = new KeyedOneInputStreamOperatorTestHarness<Integer, GroupCount, Suspect>(
                    new JudgeCounts(), bucketOf, Types.INT, MAX_PARALLELISM, parallelism, i);
            judge.setStateBackend(backend);
            judge.setup(TypeInformation.of(Suspect.class).createSerializer(new SerializerConfigImpl()));
            judges.add(judge);
            if (!judgesAtCheckpoint.isEmpty()) {
                judge.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                        AbstractStreamOperatorTestHarness.repackageState(
                                judgesAtCheckpoint.toArray(OperatorSubtaskState[]::new)),
                        MAX_PARALLELISM,
                        judgesAtCheckpoint.size(),
                        parallelism,
                        i));
            }
            judge.open();
        }
        alerts.setup(TypeInformation.of(GroupCount.class).createSerializer(new SerializerConfigImpl()));
        if (alertsAtCheckpoint != null) {
            alerts.initializeState(alertsAtCheckpoint);
        }
        alerts.open();
    }

    private TwoInputStreamOperatorTestHarness<Suspect, JudgedGroups, GroupCount> alerts() throws Exception {
        return new TwoInputStreamOperatorTestHarness<>(new RaiseAlerts(windowLength));
    }

    List<String> rows() {
        return rows;
    }

    @Override
    public void close() throws Exception {
        for (KeyedOneInputStreamOperatorTestHarness<Integer, GroupCount, Suspect> judge : judges) {
            judge.close();
        }
        alerts.close();
    }
}
