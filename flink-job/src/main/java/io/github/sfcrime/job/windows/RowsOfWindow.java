package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupRows;
import java.io.Serializable;

/** Selects the counts of a window that become rows. */
interface RowsOfWindow extends Serializable {

    /** The rows of a window that has just closed. */
    void of(GroupCounts window, GroupRows rows);

    /** The rows to write again after {@code changed} groups of an emitted window have got more calls. */
    void again(GroupCounts window, Iterable<Group> changed, GroupRows rows);

    /** Whether the count of a group is one of calls, and each call in one of them. */
    default boolean countsCalls(Group group) {
        return true;
    }
}
