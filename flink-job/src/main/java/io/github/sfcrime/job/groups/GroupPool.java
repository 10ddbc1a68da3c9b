package io.github.sfcrime.job.groups;

import org.jspecify.annotations.Nullable;

/**
 * Interns {@link Group}s, so that tables share their strings and mostly compare by identity. Bounded: on a collision
 * the new group replaces the old one.
 */
public final class GroupPool {

    private static final int PLACES = 1 << 16;

    private final @Nullable Group[] groups = new Group[PLACES];

    public Group get(String first, @Nullable String second) {
        return get(first, second, Group.hash(first, second));
    }

    /** The group of those texts, whose hash is known. */
    Group get(String first, @Nullable String second, int hash) {
        int place = hash & (PLACES - 1);
        Group group = groups[place];
        if (group == null || !group.is(first, second, hash)) {
            group = new Group(first, second, hash);
            groups[place] = group;
        }
        return group;
    }
}
