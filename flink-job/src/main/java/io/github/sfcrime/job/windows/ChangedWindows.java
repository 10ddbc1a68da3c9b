package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The changed groups of windows that had been emitted. */
final class ChangedWindows {

    private final TreeMap<Long, Set<Group>> groupsByWindowEnd = new TreeMap<>();

    /** Visits one window. */
    @FunctionalInterface
    interface Visitor {
        void visit(long windowEnd, Set<Group> changed) throws Exception;
    }

    /** Adds those of the {@code groups} that the indexes between {@code from} and {@code to} name. */
    void add(long windowEnd, Group[] groups, int[] indexes, int from, int to) {
        Set<Group> changed = groupsByWindowEnd.computeIfAbsent(windowEnd, end -> new LinkedHashSet<>());
        for (int i = from; i < to; i++) {
            changed.add(groups[indexes[i]]);
        }
    }

    boolean isEmpty() {
        return groupsByWindowEnd.isEmpty();
    }

    /** Visits each window once, oldest first. */
    void forEach(Visitor visitor) throws Exception {
        for (Map.Entry<Long, Set<Group>> window : groupsByWindowEnd.entrySet()) {
            visitor.visit(window.getKey(), window.getValue());
        }
    }
}
