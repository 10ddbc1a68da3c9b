package io.github.sfcrime.local.chaos.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the job has written and committed, in the order in which readers get it. */
public final class Written {

    private final Map<Group, List<Count>> rows = new HashMap<>();
    private final Map<Place, Integer> late = new HashMap<>();
    private final Map<Place, Integer> setAside = new HashMap<>();
    private long number;

    public void row(Group group, Count count) {
        rows.computeIfAbsent(group, none -> new ArrayList<>(1)).add(count);
        number++;
    }

    public void late(Place place) {
        late.merge(place, 1, Integer::sum);
    }

    public void setAside(Place place) {
        setAside.merge(place, 1, Integer::sum);
    }

    /** All rows of each group, the valid one last. */
    Map<Group, List<Count>> rows() {
        return rows;
    }

    /** How often each call is among the late ones. */
    public Map<Place, Integer> late() {
        return late;
    }

    /** How often each record is among the dead letters. */
    public Map<Place, Integer> setAside() {
        return setAside;
    }

    /** How many rows there are, repeated ones included. */
    public long number() {
        return number;
    }
}
