package io.github.sfcrime.job.windows;

import java.io.Serializable;

/** Which of a window's counts become rows. */
interface RowsOfWindow extends Serializable {

    /** The rows of a window that has just closed. */
    void of(GroupCounts window, Row rows);

    /** The rows to write anew after {@code changed} groups of a window that had been emitted have got more calls. */
    void again(GroupCounts window, Iterable<Group> changed, Row rows);

    /** Takes one row. */
    @FunctionalInterface
    interface Row {
        void accept(Group group, long count, int rank);
    }
}
