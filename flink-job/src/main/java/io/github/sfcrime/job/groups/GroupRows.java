package io.github.sfcrime.job.groups;

/** Takes counts of groups, one after the other, that become rows. */
@FunctionalInterface
public interface GroupRows {

    /** Takes a group's count; {@code rank} is 0 where groups are not ranked. */
    void accept(Group group, long count, int rank);
}
