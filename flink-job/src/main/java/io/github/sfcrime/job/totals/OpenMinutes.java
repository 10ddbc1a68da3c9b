package io.github.sfcrime.job.totals;

import java.util.Map;
import java.util.TreeMap;

/** How many open calls came in in each minute; minutes are named by their starts, in milliseconds of wall-clock time. */
final class OpenMinutes {

    private final TreeMap<Long, Long> counts = new TreeMap<>();

    /** Adds to a minute's count, which a negative one takes from. */
    void add(long minute, long count) {
        counts.merge(minute, count, (some, more) -> some + more == 0 ? null : some + more);
    }

    /** Removes the minutes up to that one; returns whether there were any. */
    boolean removeUpTo(long minute) {
        Map<Long, Long> gone = counts.headMap(minute, true);
        boolean any = !gone.isEmpty();
        gone.clear();
        return any;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** How many minutes have calls. */
    int size() {
        return counts.size();
    }

    /** The first minute; there must be one. */
    long first() {
        return counts.firstKey();
    }

    long sum() {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    /** The count of each minute, the first one first. */
    Iterable<Map.Entry<Long, Long>> counts() {
        return counts.entrySet();
    }

    OpenMinutes copy() {
        OpenMinutes copy = new OpenMinutes();
        copy.counts.putAll(counts);
        return copy;
    }
}
