package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The most frequent groups are rows, ranked by count, then by name. */
final class TopGroups implements RowsOfWindow {

    private record Place(Group group, long count) {}

    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::count).reversed().thenComparing(place -> place.group.first);

    private final int number;

    TopGroups(int number) {
        this.number = number;
    }

    @Override
    public void of(GroupCounts window, GroupRows rows) {
        List<Place> places = new ArrayList<>();
        window.forEach((group, count) -> places.add(new Place(group, count)));
        places.sort(ORDER);
        for (int rank = 1; rank <= Math.min(number, places.size()); rank++) {
            Place place = places.get(rank - 1);
            rows.accept(place.group, place.count, rank);
        }
    }

    /** All rows: one call may change every rank. */
    @Override
    public void again(GroupCounts window, Iterable<Group> changed, GroupRows rows) {
        of(window, rows);
    }
}
