package io.github.sfcrime.job.totals;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCountOutput;
import io.github.sfcrime.job.groups.GroupSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;

/**
 * Counts the open calls of each group, with the minutes in which they came in. A call that is not closed when the watermark
 * is past it by the horizon is open no more. Keyed by bucket; state has an entry for each group that has open calls.
 */
final class CountOpenCalls extends ChangingGroups {

    private final long horizonMillis;

    private transient MapState<Group, OpenMinutes> open;
    private transient GroupCountOutput rowOutput;

    /**
     * The operator.
     *
     * @param interval how often a group is emitted at most; zero for every change
     * @param horizon how long after it came in a call can be open
     */
    CountOpenCalls(Duration interval, Duration horizon) {
        super(interval);
        horizonMillis = horizon.toMillis();
    }

    @Override
    public void open() throws Exception {
        open = getKeyedStateStore()
                .getMapState(new MapStateDescriptor<>("open", GroupSerializer.INSTANCE, new OpenMinutesSerializer()));
        rowOutput = new GroupCountOutput(output).of(0, 0);
        super.open();
    }

    @Override
    void count(Group group, long minute, long count) throws Exception {
        if (minute + horizonMillis <= watermark()) {
            return;
        }
        OpenMinutes minutes = open.get(group);
        if (minutes == null) {
            minutes = new OpenMinutes();
        }
        minutes.add(minute, count);
        store(group, minutes);
        notice(minute + horizonMillis);
        changed(group);
    }

    private void store(Group group, OpenMinutes minutes) throws Exception {
        if (minutes.isEmpty()) {
            open.remove(group);
        } else {
            open.put(group, minutes);
        }
    }

    @Override
    void passed(long time) throws Exception {
        List<Map.Entry<Group, OpenMinutes>> groups = new ArrayList<>();
        open.entries().forEach(groups::add);
        for (Map.Entry<Group, OpenMinutes> entry : groups) {
            OpenMinutes minutes = entry.getValue();
            if (minutes.removeUpTo(time - horizonMillis)) {
                store(entry.getKey(), minutes);
                changed(entry.getKey());
            }
        }
    }

    @Override
    void emit(Group group) throws Exception {
        OpenMinutes minutes = open.get(group);
        rowOutput.acceptOpen(group, minutes == null ? 0 : minutes.sum(), minutes == null ? null : minutes.first());
    }
}
