package io.github.sfcrime.job.groups;

import io.github.sfcrime.job.legs.LegTimes;
import org.jspecify.annotations.Nullable;

/** Receives the counts of groups that become rows. */
@FunctionalInterface
public interface GroupRows {

    /** Receives a group's count; {@code rank} is 0 where groups are not ranked. */
    default void accept(Group group, long count, int rank) {
        accept(group, count, rank, null);
    }

    /** Receives a group's count, and the times that were counted; null where there are none. */
    void accept(Group group, long count, int rank, @Nullable LegTimes times);
}
