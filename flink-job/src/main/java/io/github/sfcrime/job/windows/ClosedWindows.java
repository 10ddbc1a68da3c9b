package io.github.sfcrime.job.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/** Windows of a bucket that are to be emitted, put together from their slices. */
final class ClosedWindows {

    private final TreeMap<Long, List<GroupCounts>> slicesByWindowEnd = new TreeMap<>();

    /** Adds a slice to the window that ends at {@code windowEnd}. */
    void add(long windowEnd, GroupCounts slice) {
        slicesByWindowEnd.computeIfAbsent(windowEnd, end -> new ArrayList<>(1)).add(slice);
    }

    /** Visits each window's counts once, with its end, oldest first. */
    void forEach(ObjLongConsumer<GroupCounts> visitor) {
        slicesByWindowEnd.forEach((windowEnd, slices) -> visitor.accept(merged(slices), windowEnd));
    }

    static GroupCounts merged(List<GroupCounts> slices) {
        if (slices.size() == 1) {
            return slices.get(0);
        }
        GroupCounts merged = new GroupCounts();
        slices.forEach(merged::addAll);
        return merged;
    }
}
