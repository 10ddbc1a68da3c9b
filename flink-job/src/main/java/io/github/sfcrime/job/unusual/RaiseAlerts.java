package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.time.WindowShape;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Makes {@link Episodes} of the suspects when the watermark closes their windows, and emits a row whenever one begins, goes
 * on or ends. Its parallelism is 1: what is unusual depends on all that is judged of a window, and suspects are few.
 */
final class RaiseAlerts extends AbstractStreamOperator<GroupCount>
        implements TwoInputStreamOperator<Suspect, JudgedGroups, GroupCount> {

    private final long windowLength;

    private transient Episodes episodes;
    private transient ListState<Episodes> state;
    private transient StreamRecord<GroupCount> rowRecord;
    private transient volatile long open;

    /** @param windowLength how long windows are at most, in milliseconds */
    RaiseAlerts(long windowLength) {
        this.windowLength = windowLength;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        episodes = new Episodes();
        state = context.getOperatorStateStore()
                .getListState(new ListStateDescriptor<>("episodes", new EpisodesSerializer()));
        for (Episodes restored : state.get()) {
            episodes = restored.copy();
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        rowRecord = new StreamRecord<>(new GroupCount());
        open = episodes.open.size();
        getMetricGroup().addGroup("sfcrime").gauge("episodesOpen", (Gauge<Long>) () -> open);
    }

    @Override
    public void processElement1(StreamRecord<Suspect> element) {
        episodes.add(element.getValue());
    }

    @Override
    public void processElement2(StreamRecord<JudgedGroups> element) {
        episodes.add(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        episodes.close(
                WindowShape.complete(mark.getTimestamp()),
                windowLength,
                row -> output.collect(rowRecord.replace(row, row.windowEnd - 1)));
        open = episodes.open.size();
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.update(List.of(episodes));
    }
}
