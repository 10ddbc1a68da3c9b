package io.github.sfcrime.job.unusual;

import io.github.sfcrime.job.groups.Group;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The groups of a bucket that have had calls lately, as of a week. */
final class KnownGroups {

    /** Number of the current week. */
    long week = Long.MIN_VALUE;

    long nextNumber = 1;
    private final Map<Group, KnownGroup> groups = new HashMap<>();
    private final Set<Long> numbers = new HashSet<>();

    boolean isEmpty() {
        return groups.isEmpty();
    }

    int size() {
        return groups.size();
    }

    /** The group, which becomes known if it is not. */
    KnownGroup of(Group group, long windowEnd) {
        KnownGroup known = groups.get(group);
        if (known == null) {
            known = new KnownGroup(nextNumber++, windowEnd);
            put(group, known);
        }
        return known;
    }

    void put(Group group, KnownGroup known) {
        groups.put(group, known);
        numbers.add(known.number);
    }

    boolean isKnown(long number) {
        return numbers.contains(number);
    }

    void forEach(BiConsumer<Group, KnownGroup> visitor) {
        groups.forEach(visitor);
    }

    /** Receives by how many the judged groups become more, or fewer, with the week that begins on a Monday. */
    @FunctionalInterface
    interface Changes {
        void from(long monday, int more);
    }

    /** Goes on to a week, Monday by Monday. */
    void goOnTo(long laterWeek, Changes changes) {
        while (week < laterWeek) {
            if (isEmpty()) {
                week = laterWeek;
                return;
            }
            week++;
            int more = begin(Weeks.start(week));
            if (more != 0) {
                changes.from(Weeks.start(week), more);
            }
        }
    }

    private int begin(long monday) {
        int[] more = {0};
        groups.values().removeIf(known -> {
            more[0] -= known.judged ? 1 : 0;
            boolean isKnown = known.begin(monday);
            more[0] += known.judged ? 1 : 0;
            if (!isKnown) {
                numbers.remove(known.number);
            }
            return !isKnown;
        });
        return more[0];
    }

    KnownGroups copy() {
        KnownGroups copy = new KnownGroups();
        copy.week = week;
        copy.nextNumber = nextNumber;
        groups.forEach((group, known) -> copy.put(group, known.copy()));
        return copy;
    }
}
