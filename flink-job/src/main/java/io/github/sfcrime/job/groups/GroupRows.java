package io.github.sfcrime.job.groups;

/** Receives the counts of groups that become rows. */
@FunctionalInterface
public interface GroupRows {

    /** Receives a group's count; {@code rank} is 0 where groups are not ranked. */
    void accept(Group group, long count, int rank);
}
