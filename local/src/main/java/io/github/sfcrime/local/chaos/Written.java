package io.github.sfcrime.local.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the job has written and committed, in the order in which readers get it. */
final class Written {

    private final Map<Group, List<Count>> rows = new HashMap<>();
    private final Map<Place, Integer> late = new HashMap<>();
    private final Map<Place, Integer> setAside = new HashMap<>();
    private long number;

    void row(Group group, Count count) {
        rows.computeIfAbsent(group, none -> new ArrayList<>(1)).add(count);
        number++;
    }

    void late(Place place) {
        late.merge(place, 1, Integer::sum);
    }

    void setAside(Place place) {
        setAside.merge(place, 1, Integer::sum);
    }

    /** All rows of each group, the valid one last. */
    Map<Group, List<Count>> rows() {
        return rows;
    }

    /** How often each call is among the late ones. */
    Map<Place, Integer> late() {
        return late;
    }

    /** How often each record is among the dead letters. */
    Map<Place, Integer> setAside() {
        return setAside;
    }

    /** How many rows there are, repeated ones included. */
    long number() {
        return number;
    }
}
