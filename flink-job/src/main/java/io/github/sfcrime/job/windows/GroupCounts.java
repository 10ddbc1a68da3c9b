package io.github.sfcrime.job.windows;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts per group, a group being a type of call and a disposition (null where the calls have none). An open-addressing
 * table: the place of a group is the first free one at or behind its hash.
 */
final class GroupCounts {

    private static final int SMALLEST = 16;

    private @Nullable String[] types = new String[SMALLEST];
    private @Nullable String[] dispositions = new String[SMALLEST];
    private long[] counts = new long[SMALLEST];
    private int size;

    /** What to do with one group. */
    @FunctionalInterface
    interface Visitor<E extends Exception> {
        void visit(String type, @Nullable String disposition, long count) throws E;
    }

    void add(String type, @Nullable String disposition, long count) {
        int place = place(type, disposition);
        if (types[place] != null) {
            counts[place] += count;
            return;
        }
        types[place] = type;
        dispositions[place] = disposition;
        counts[place] = count;
        if (++size * 2 > types.length) {
            grow();
        }
    }

    void addAll(GroupCounts others) {
        others.forEach(this::add);
    }

    /** Number of groups. */
    int size() {
        return size;
    }

    <E extends Exception> void forEach(Visitor<E> visitor) throws E {
        for (int place = 0; place < types.length; place++) {
            String type = types[place];
            if (type != null) {
                visitor.visit(type, dispositions[place], counts[place]);
            }
        }
    }

    /** Forgets every group and keeps the table. */
    void clear() {
        if (size > 0) {
            Arrays.fill(types, null);
            size = 0;
        }
    }

    GroupCounts copy() {
        GroupCounts copy = new GroupCounts();
        copy.types = types.clone();
        copy.dispositions = dispositions.clone();
        copy.counts = counts.clone();
        copy.size = size;
        return copy;
    }

    /** The hash of a group, the same in every process. */
    static int hash(String type, @Nullable String disposition) {
        int hash = 31 * type.hashCode() + (disposition == null ? 0 : disposition.hashCode());
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private int place(String type, @Nullable String disposition) {
        int mask = types.length - 1;
        int place = hash(type, disposition) & mask;
        while (types[place] != null && !holds(place, type, disposition)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private boolean holds(int place, String type, @Nullable String disposition) {
        return type.equals(types[place]) && Objects.equals(disposition, dispositions[place]);
    }

    private void grow() {
        @Nullable String[] oldTypes = types;
        @Nullable String[] oldDispositions = dispositions;
        long[] oldCounts = counts;
        types = new String[oldTypes.length * 2];
        dispositions = new String[types.length];
        counts = new long[types.length];
        for (int old = 0; old < oldTypes.length; old++) {
            String type = oldTypes[old];
            if (type != null) {
                int place = place(type, oldDispositions[old]);
                types[place] = type;
                dispositions[place] = oldDispositions[old];
                counts[place] = oldCounts[old];
            }
        }
    }
}
