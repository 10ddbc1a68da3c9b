package io.github.sfcrime.job.groups;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts per group. An open-addressing table that begins small, because at real density most slices of a bucket hold one
 * or two groups: the place of a group is the first free one at or behind its hash.
 */
public final class GroupCounts {

    private static final int SMALLEST = 2;

    private @Nullable Group[] groups = new Group[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private int size;

    public void add(Group group, long count) {
        int place = place(group);
        if (groups[place] == null) {
            groups[place] = group;
            size++;
        }
        counts[place] += count;
        growIfHalfFull();
    }

    /** Puts {@code count} in the place of what the group had. */
    public void set(Group group, long count) {
        add(group, count - get(group));
    }

    /** Adds one call to the group of those two texts, which {@code pool} makes where the table has it not. */
    public void increment(String first, @Nullable String second, GroupPool pool) {
        int place = Group.hash(first, second) & (groups.length - 1);
        Group group = groups[place];
        while (group != null && !group.is(first, second)) {
            place = (place + 1) & (groups.length - 1);
            group = groups[place];
        }
        counts[place]++;
        if (group == null) {
            groups[place] = pool.get(first, second);
            size++;
            growIfHalfFull();
        }
    }

    public void addAll(GroupCounts others) {
        others.forEach(this::add);
    }

    /** The group's count, 0 where the table has it not. */
    public long get(Group group) {
        return counts[place(group)];
    }

    /** Number of groups. */
    public int size() {
        return size;
    }

    public void forEach(ObjLongConsumer<Group> visitor) {
        for (int place = 0; place < groups.length; place++) {
            Group group = groups[place];
            if (group != null) {
                visitor.accept(group, counts[place]);
            }
        }
    }

    /** Forgets every group and keeps the table. */
    public void clear() {
        Arrays.fill(groups, null);
        Arrays.fill(counts, 0);
        size = 0;
    }

    public GroupCounts copy() {
        GroupCounts copy = new GroupCounts();
        copy.groups = groups.clone();
        copy.counts = counts.clone();
        copy.size = size;
        return copy;
    }

    private int place(Group group) {
        int place = group.hashCode() & (groups.length - 1);
        while (groups[place] != null && !group.equals(groups[place])) {
            place = (place + 1) & (groups.length - 1);
        }
        return place;
    }

    private void growIfHalfFull() {
        if (size * 2 > groups.length) {
            GroupCounts larger = new GroupCounts();
            larger.groups = new Group[groups.length * 2];
            larger.counts = new long[groups.length * 2];
            forEach(larger::add);
            groups = larger.groups;
            counts = larger.counts;
        }
    }
}
