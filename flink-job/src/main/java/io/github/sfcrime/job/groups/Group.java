package io.github.sfcrime.job.groups;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What calls are counted by: the texts of the two columns that a query names, null where the call has none. */
public final class Group {

    public final String first;
    public final @Nullable String second;
    private final int hash;

    public Group(String first, @Nullable String second) {
        this(first, second, hash(first, second));
    }

    /** The group of those texts, whose hash is known: to ask a string for its hash is to wait for memory. */
    Group(String first, @Nullable String second, int hash) {
        this.first = first;
        this.second = second;
        this.hash = hash;
    }

    /** The hash of a group, the same in every process. */
    public static int hash(String first, @Nullable String second) {
        return hash(first.hashCode(), second == null ? 0 : second.hashCode());
    }

    /** The hash of a group of texts with those hashes, 0 where there is no second. */
    public static int hash(int first, int second) {
        int hash = 31 * first + second;
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    /** Whether it is the group of those texts, whose hash is known. */
    boolean is(String otherFirst, @Nullable String otherSecond, int otherHash) {
        return hash == otherHash && first.equals(otherFirst) && Objects.equals(second, otherSecond);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Group group && is(group.first, group.second, group.hash));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return first + "/" + second;
    }
}
