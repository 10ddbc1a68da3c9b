package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.calls.Leg;
import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupRows;
import io.github.sfcrime.job.legs.CountedLegs;
import io.github.sfcrime.job.legs.Measure;
import io.github.sfcrime.job.legs.PriorityAndDistrict;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Each leg of each priority and district is a row; what was counted of them is many groups with the same first text. */
final class LegRows implements RowsOfWindow {

    private final Map<String, Duration> goals;

    /** @param goals how long the calls of a priority may take to the first unit on scene */
    LegRows(Map<String, Duration> goals) {
        this.goals = Map.copyOf(goals);
    }

    @Override
    public void of(GroupCounts window, GroupRows rows) {
        Map<String, CountedLegs> byFirst = new TreeMap<>();
        window.forEach((group, count) ->
                byFirst.computeIfAbsent(group.first, first -> new CountedLegs()).add(measure(group), count));
        byFirst.forEach((first, counted) -> write(first, counted, rows));
    }

    @Override
    public void again(GroupCounts window, Iterable<Group> changed, GroupRows rows) {
        Map<String, CountedLegs> byFirst = new TreeMap<>();
        changed.forEach(group -> byFirst.put(group.first, new CountedLegs()));
        window.forEach((group, count) -> {
            CountedLegs counted = byFirst.get(group.first);
            if (counted != null) {
                counted.add(measure(group), count);
            }
        });
        byFirst.forEach((first, counted) -> write(first, counted, rows));
    }

    private static String measure(Group group) {
        return Objects.requireNonNull(group.second);
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
