package io.github.sfcrime.job.partials;

import io.github.sfcrime.job.groups.Group;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The keys that counts are kept under: a fixed number, as many as there are key groups, one for each. Groups hash onto
 * them, so that state and timers are per bucket instead of per group, and every key group has the same share whatever
 * the parallelism.
 */
public final class Buckets {

    private final int[] keys;

    private Buckets(int[] keys) {
        this.keys = keys;
    }

    public static Buckets oneForEachKeyGroup(int maxParallelism) {
        int[] keys = new int[maxParallelism];
        boolean[] found = new boolean[maxParallelism];
        int missing = maxParallelism;
        for (int candidate = 0; missing > 0; candidate++) {
            int keyGroup = KeyGroupRangeAssignment.assignToKeyGroup(candidate, maxParallelism);
            if (!found[keyGroup]) {
                found[keyGroup] = true;
                keys[keyGroup] = candidate;
                missing--;
            }
        }
        return new Buckets(keys);
    }

    /** All groups together, for what compares them with each other. */
    public static Buckets one() {
        return new Buckets(new int[] {0});
    }

    public int count() {
        return keys.length;
    }

    /** Index of the bucket of a group, from 0 to {@link #count()} exclusive. */
    public int indexOf(Group group) {
        return indexOf(group.hashCode());
    }

    /** Index of the bucket of groups that go by that hash. */
    public int indexOf(int hash) {
        // By the high bits: the low ones place the group within its bucket's table.
        return (int) ((Integer.toUnsignedLong(hash) * keys.length) >>> Integer.SIZE);
    }

    /** What Flink keys the bucket by. */
    public int key(int index) {
        return keys[index];
    }
}
