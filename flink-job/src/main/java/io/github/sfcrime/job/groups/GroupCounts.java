package io.github.sfcrime.job.groups;

import java.util.Arrays;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts per group, in a hash table with open addressing and linear probing. It begins small, because at real density
 * most slices of a bucket have one or two groups.
 */
public final class GroupCounts {

    private static final int SMALLEST = 2;

    private @Nullable Group[] groups;
    private long[] counts;
    private int size;

    /** An empty table. */
    public GroupCounts() {
        this(0);
    }

    /** An empty table with that capacity. */
    public GroupCounts(int expected) {
        int places = Math.max(SMALLEST, Integer.highestOneBit(Math.max(1, expected * 2 - 1)) * 2);
        groups = new Group[places];
        counts = new long[places];
    }

    /**
     * Adds to the group's count, which a negative one takes from; a group whose count is 0 is removed. The key object
     * becomes {@code group}, which other tables share.
     */
    public void add(Group group, long count) {
        int place = place(group);
        if (groups[place] == null) {
            size++;
        }
        groups[place] = group;
        counts[place] += count;
        if (counts[place] == 0) {
            removeAt(place);
        } else {
            growIfHalfFull();
        }
    }

    /** The group's count; if it is not in the table, it is put there with {@code count}, which is returned. */
    public long getOrPut(Group group, long count) {
        int place = place(group);
        if (groups[place] != null) {
            return counts[place];
        }
        groups[place] = group;
        counts[place] = count;
        size++;
        growIfHalfFull();
        return count;
    }

    /** Subtracts from the group's count, as {@link #add} adds to it. */
    public void subtract(Group group, long count) {
        add(group, -count);
    }

    /** Moves later groups into the gap, so that linear probing finds them. */
    private void removeAt(int place) {
        int mask = groups.length - 1;
        int gap = place;
        for (int next = (gap + 1) & mask; groups[next] != null; next = (next + 1) & mask) {
            int wanted = groups[next].hashCode() & mask;
            if (((next - wanted) & mask) >= ((next - gap) & mask)) {
                groups[gap] = groups[next];
                counts[gap] = counts[next];
                gap = next;
            }
        }
        groups[gap] = null;
        counts[gap] = 0;
        size--;
    }

    /**
     * Adds one call to the group of those two texts, which comes from {@code pool} if the table has no such group.
     *
     * @param hash their {@link Group#hash}
     */
    public void increment(String first, @Nullable String second, int hash, GroupPool pool) {
        int place = hash & (groups.length - 1);
        Group group = groups[place];
        while (group != null && !group.is(first, second, hash)) {
            place = (place + 1) & (groups.length - 1);
            group = groups[place];
        }
        counts[place]++;
        if (group == null) {
            groups[place] = pool.get(first, second, hash);
            size++;
            growIfHalfFull();
        }
    }

    public void addAll(GroupCounts others) {
        others.forEach(this::add);
    }

    /** Subtracts counts that {@link #addAll} has added. */
    public void subtractAll(GroupCounts others) {
        others.forEach(this::subtract);
    }

    /** The group's count, 0 if it is not in the table. */
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

    /** Removes all groups and keeps the capacity. */
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

    /** Puts a group that is not in the table, and for which there is room. */
    private void putNew(Group group, long count) {
        int place = group.hashCode() & (groups.length - 1);
        while (groups[place] != null) {
            place = (place + 1) & (groups.length - 1);
        }
        groups[place] = group;
        counts[place] = count;
        size++;
    }

    private void growIfHalfFull() {
        if (size * 2 > groups.length) {
            GroupCounts larger = new GroupCounts(groups.length);
            forEach(larger::putNew);
            groups = larger.groups;
            counts = larger.counts;
        }
    }
}
