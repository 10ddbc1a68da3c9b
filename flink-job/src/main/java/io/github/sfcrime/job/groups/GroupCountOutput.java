package io.github.sfcrime.job.groups;

import io.github.sfcrime.job.legs.LegTimes;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/** Emits counts, all by the same instance. */
public final class GroupCountOutput implements GroupRows {

    private final Output<StreamRecord<GroupCount>> output;
    private final GroupCount row = new GroupCount();
    private final StreamRecord<GroupCount> rowRecord = new StreamRecord<>(row);

    public GroupCountOutput(Output<StreamRecord<GroupCount>> output) {
        this.output = output;
    }

    /** Sets the window of the next counts. */
    public GroupCountOutput of(long windowStart, long windowEnd) {
        return of(windowStart, windowEnd, false);
    }

    /** Sets the window of the next counts, of which some have been emitted before. */
    public GroupCountOutput again(long windowStart, long windowEnd) {
        return of(windowStart, windowEnd, true);
    }

    private GroupCountOutput of(long windowStart, long windowEnd, boolean again) {
        row.windowStart = windowStart;
        row.windowEnd = windowEnd;
        row.again = again;
        rowRecord.setTimestamp(windowEnd - 1);
        return this;
    }

    @Override
    public void accept(Group group, long count, int rank, @Nullable LegTimes times) {
        row.rank = rank;
        row.times = times;
        collect(group, count);
    }

    /** Emits the count of a group's calls and when the oldest of them came in, null where there is none. */
    public void acceptOpen(Group group, long count, @Nullable Long oldest) {
        row.oldest = oldest;
        collect(group, count);
    }

    private void collect(Group group, long count) {
        row.first = group.first;
        row.second = group.second;
        row.count = count;
        output.collect(rowRecord);
    }
}
