package io.github.sfcrime.job.windows;

import org.jspecify.annotations.Nullable;

/**
 * One {@link Group} for equal types and dispositions, so that tables share their strings and mostly compare by identity.
 * Bounded: a group that falls on another's place takes it.
 */
final class GroupPool {

    private static final int PLACES = 1 << 16;

    private final @Nullable Group[] groups = new Group[PLACES];

    Group get(String type, @Nullable String disposition) {
        int place = Group.hash(type, disposition) & (PLACES - 1);
        Group group = groups[place];
        if (group == null || !group.is(type, disposition)) {
            group = new Group(type, disposition);
            groups[place] = group;
        }
        return group;
    }
}
