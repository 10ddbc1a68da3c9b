package io.github.sfcrime.job.unusual;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.LongPredicate;

/** The counts of one window of the week in earlier weeks, of the groups of a bucket by their numbers. */
final class WindowHistory {

    private final TreeMap<Long, WeekCounts> byGroup = new TreeMap<>();

    /** The counts of a group, which may be changed. */
    WeekCounts of(long group) {
        return byGroup.computeIfAbsent(group, unknown -> new WeekCounts(1));
    }

    void put(long group, WeekCounts counts) {
        byGroup.put(group, counts);
    }

    int size() {
        return byGroup.size();
    }

    void forEach(BiConsumer<Long, WeekCounts> visitor) {
        byGroup.forEach(visitor);
    }

    /** Removes the counts of weeks before one, and those of groups that are known no more. */
    void forget(long beforeWeek, LongPredicate isKnown) {
        byGroup.entrySet().removeIf(entry -> {
            entry.getValue().forgetBefore(beforeWeek);
            return entry.getValue().size() == 0 || !isKnown.test(entry.getKey());
        });
    }

    WindowHistory copy() {
        WindowHistory copy = new WindowHistory();
        byGroup.forEach((group, counts) -> copy.byGroup.put(group, counts.copy()));
        return copy;
    }
}
