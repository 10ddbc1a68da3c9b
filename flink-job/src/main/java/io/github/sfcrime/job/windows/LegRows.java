package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupRows;
import io.github.sfcrime.job.legs.CountedLegs;
import io.github.sfcrime.job.legs.Measure;
import io.github.sfcrime.job.legs.PriorityAndDistrict;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Each leg of each priority and district is a row; what was counted of them is many groups with the same first text. */
final class LegRows implements RowsOfWindow {

    private final Map<String, Duration> goals;

    /** @param goals how long the calls of a priority may take to the first unit on scene */
    LegRows(Map<String, Duration> goals) {
        this.goals = Map.copyOf(goals);
    }

    @Override
    public void of(GroupCounts window, GroupRows rows) {
        write(window, first -> true, rows);
    }

    @Override
    public void again(GroupCounts window, Iterable<Group> changed, GroupRows rows) {
        Set<String> firsts = new HashSet<>();
        changed.forEach(group -> firsts.add(group.first));
        write(window, firsts::contains, rows);
    }

    private void write(GroupCounts window, Predicate<String> wanted, GroupRows rows) {
        Map<String, CountedLegs> byFirst = new TreeMap<>();
        window.forEach((group, count) -> {
            if (wanted.test(group.first)) {
                byFirst.computeIfAbsent(group.first, first -> new CountedLegs())
                        .add(Objects.requireNonNull(group.second), count);
            }
        });
        byFirst.forEach((first, counted) -> write(first, counted, rows));
    }

    private void write(String first, CountedLegs counted, GroupRows rows) {
        Duration goal = goals.get(PriorityAndDistrict.in(first).priority());
        for (Leg leg : Leg.values()) {
            rows.accept(new Group(first, leg.title()), counted.count(leg), 0, counted.times(leg, goal));
        }
    }

    @Override
    public boolean countsCalls(Group group) {
        return Measure.CALLS.equals(group.second);
    }
}
