package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a bucket's {@link PartialCounts} together, slice by slice. */
public final class PartialCountsBuilder {

    private final int bucket;
    /** Place of each group among the texts, from 1. */
    private final GroupCounts places = new GroupCounts();

    private final List<String> firsts = new ArrayList<>();
    private final List<String> seconds = new ArrayList<>();
    private long[] sliceEnds = new long[4];
    private int[] sliceSizes = new int[4];
    private int slices;
    private int[] groups = new int[4];
    private long[] counts = new long[4];
    private int size;

    public PartialCountsBuilder(int bucket) {
        this.bucket = bucket;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public void add(long sliceEnd, Group group, long count) {
        if (slices == 0 || sliceEnds[slices - 1] != sliceEnd) {
            beginSlice(sliceEnd);
        }
        sliceSizes[slices - 1]++;
        if (size == counts.length) {
            groups = Arrays.copyOf(groups, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        groups[size] = indexOf(group);
        counts[size++] = count;
    }

    /** What has been added since the last time. */
    public PartialCounts take() {
        PartialCounts partial = new PartialCounts();
        partial.bucket = bucket;
        partial.firsts = firsts.toArray(String[]::new);
        partial.seconds = seconds.toArray(String[]::new);
        partial.sliceEnds = Arrays.copyOf(sliceEnds, slices);
        partial.sliceSizes = Arrays.copyOf(sliceSizes, slices);
        partial.groups = Arrays.copyOf(groups, size);
        partial.counts = Arrays.copyOf(counts, size);
        places.clear();
        firsts.clear();
        seconds.clear();
        slices = 0;
        size = 0;
        return partial;
    }

    private void beginSlice(long sliceEnd) {
        if (slices == sliceEnds.length) {
            sliceEnds = Arrays.copyOf(sliceEnds, slices * 2);
            sliceSizes = Arrays.copyOf(sliceSizes, slices * 2);
        }
        sliceEnds[slices] = sliceEnd;
        sliceSizes[slices++] = 0;
    }

    private int indexOf(Group group) {
        int next = firsts.size() + 1;
        int place = (int) places.getOrPut(group, next);
        if (place == next) {
            firsts.add(group.first);
            seconds.add(group.second);
        }
        return place - 1;
    }
}
