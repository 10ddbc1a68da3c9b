package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.GroupCounts;
import org.jspecify.annotations.Nullable;

/** Storage of the slices of a bucket; what is read may be changed and is then written again. */
interface SliceStore {

    /** The page of that number, if there is one. */
    @Nullable
    SlicePage page(long number) throws Exception;

    void put(long number, SlicePage page) throws Exception;

    void remove(long number) throws Exception;

    /** The running sum, if there is one. */
    @Nullable
    GroupCounts running() throws Exception;

    void putRunning(GroupCounts sum) throws Exception;

    void removeRunning() throws Exception;
}
