package io.github.sfcrime.job.windows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The windows of a bucket that a watermark has closed, put together from their slices. */
final class ClosedWindows {

    private record Slice(long windowEnd, GroupCounts counts) {}

    private final List<Slice> slices = new ArrayList<>();

    /** What to do with one window. */
    @FunctionalInterface
    interface Visitor {
        void visit(long windowEnd, GroupCounts counts);
    }

    /** Adds a slice to the window that ends at {@code windowEnd}. */
    void add(long windowEnd, GroupCounts slice) {
        slices.add(new Slice(windowEnd, slice));
    }

    /** Visits each window once, oldest first. */
    void forEach(Visitor visitor) {
        slices.sort(Comparator.comparingLong(Slice::windowEnd));
        int from = 0;
        while (from < slices.size()) {
            long windowEnd = slices.get(from).windowEnd;
            int to = from + 1;
            while (to < slices.size() && slices.get(to).windowEnd == windowEnd) {
                to++;
            }
            visitor.visit(windowEnd, merged(slices.subList(from, to)));
            from = to;
        }
    }

    private static GroupCounts merged(List<Slice> slicesOfWindow) {
        if (slicesOfWindow.size() == 1) {
            return slicesOfWindow.get(0).counts;
        }
        GroupCounts merged = new GroupCounts();
        slicesOfWindow.forEach(slice -> merged.addAll(slice.counts));
        return merged;
    }
}
