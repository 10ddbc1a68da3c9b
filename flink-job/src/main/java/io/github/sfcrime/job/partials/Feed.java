package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.GroupCounts;
import java.util.function.Consumer;

/** Turns what was counted since the last flush into one query's partial counts, a batch per bucket. */
interface Feed {

    /** Takes the counts of a slice, which stay the caller's. */
    void add(long sliceEnd, GroupCounts counts);

    /** Hands on what has been added since the last time. */
    void drainTo(Consumer<PartialCounts> shuffle);
}
