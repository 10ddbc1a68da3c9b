package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.GroupCount;
import io.github.sfcrime.job.groups.GroupPool;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Compares the count of each window with those of the same window in earlier weeks, and emits it where it is high. A
 * window is judged when it closes: counts that change after that go into the history, and are not judged again. Keyed by
 * bucket.
 */
final class JudgeCounts extends AbstractStreamOperator<Suspect>
        implements OneInputStreamOperator<GroupCount, Suspect>, Triggerable<Integer, VoidNamespace> {

    /** The side output of how many groups are judged, which those that emit nothing are among. */
    static final OutputTag<JudgedGroups> CHANGES =
            new OutputTag<>("judged-groups", TypeInformation.of(JudgedGroups.class));

    /** What is less improbable than that is no suspect. */
    static final double SUSPICIOUS = 0.05;

    /** How many weeks back counts are compared. */
    static final int WEEKS = 26;

    /** The probability on either side of the range of counts that are usual. */
    private static final double BEYOND_RANGE = 1.0 / 40;

    private transient KeyedHistory history;
    private transient InternalTimerService<VoidNamespace> mondays;
    private transient GroupPool pool;
    private transient StreamRecord<Suspect> suspectRecord;

    @Override
    public void open() throws Exception {
        super.open();
        history = new KeyedHistory(getKeyedStateBackend());
        mondays = getInternalTimerService("mondays", VoidNamespaceSerializer.INSTANCE, this);
        pool = new GroupPool();
        suspectRecord = new StreamRecord<>(new Suspect());
    }

    @Override
    public void processElement(StreamRecord<GroupCount> element) throws Exception {
        GroupCount row = element.getValue();
        long week = Weeks.of(row.windowEnd);
        KnownGroups groups = history.groups();
        if (week > groups.week || groups.isEmpty()) {
            goOn(groups, week);
        }
        KnownGroup group = groups.of(pool.get(row.first, row.second), row.windowEnd);
        WeekCounts counts =
                history.window(Weeks.placeOf(row.windowEnd), week - WEEKS).of(group.number);
        if (group.judged && !row.again && week == groups.week) {
            int weeks = (int) Math.min(WEEKS, group.weeksBefore(row.windowEnd));
            judge(row, Expectation.after(counts.before(week, weeks)));
        }
        if (counts.set(week, row.count)) {
            group.note(groups.week - week);
        }
    }

    private void judge(GroupCount row, NegativeBinomial expected) {
        double probability = row.count > expected.mean() ? expected.atLeast(row.count) : 1;
        if (probability <= SUSPICIOUS) {
            Suspect suspect = new Suspect();
            suspect.windowStart = row.windowStart;
            suspect.windowEnd = row.windowEnd;
            suspect.type = row.first;
            suspect.district = row.second;
            suspect.count = row.count;
            suspect.expected = expected.mean();
            suspect.lower = expected.quantile(1 - BEYOND_RANGE);
            suspect.upper = expected.quantile(BEYOND_RANGE);
            suspect.probability = probability;
            output.collect(suspectRecord.replace(suspect));
        }
    }

    private void goOn(KnownGroups groups, long week) {
        groups.goOnTo(
                week, (monday, more) -> output.collect(CHANGES, new StreamRecord<>(new JudgedGroups(monday, more))));
        mondays.registerEventTimeTimer(VoidNamespace.INSTANCE, Weeks.start(groups.week + 1) - 1);
    }

    /** All windows up to a Monday are closed: who is judged in the week that begins? */
    @Override
    public void onEventTime(InternalTimer<Integer, VoidNamespace> timer) throws Exception {
        KnownGroups groups = history.groups();
        long begins = Weeks.of(timer.getTimestamp() + 2);
        if (begins > groups.week && !groups.isEmpty()) {
            goOn(groups, begins);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        history.release();
        super.snapshotState(context);
    }

    @Override
    public void onProcessingTime(InternalTimer<Integer, VoidNamespace> timer) {
        throw new IllegalStateException("weeks go by event time only");
    }
}
