package io.github.sfcrime.job.windows;

import io.github.sfcrime.job.groups.Group;
import io.github.sfcrime.job.groups.GroupCounts;
import io.github.sfcrime.job.groups.GroupRows;

/** Every group is a row. */
final class EveryGroup implements RowsOfWindow {

    @Override
    public void of(GroupCounts window, GroupRows rows) {
        window.forEach((group, count) -> rows.accept(group, count, 0));
    }

    @Override
    public void again(GroupCounts window, Iterable<Group> changed, GroupRows rows) {
        changed.forEach(group -> rows.accept(group, window.get(group), 0));
    }
}
