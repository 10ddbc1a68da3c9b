package io.github.sfcrime.job.windows;

/** Each group is a row. */
final class EveryGroup implements RowsOfWindow {

    @Override
    public void of(GroupCounts window, Row rows) {
        window.forEach((group, count) -> rows.accept(group, count, 0));
    }

    @Override
    public void again(GroupCounts window, Iterable<Group> changed, Row rows) {
        changed.forEach(group -> rows.accept(group, window.get(group), 0));
    }
}
