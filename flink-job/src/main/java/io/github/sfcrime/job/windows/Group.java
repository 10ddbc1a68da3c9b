package io.github.sfcrime.job.windows;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What calls are counted by: their type and their disposition, null where they have none. */
final class Group {

    final String type;
    final @Nullable String disposition;
    private final int hash;

    Group(String type, @Nullable String disposition) {
        this.type = type;
        this.disposition = disposition;
        hash = hash(type, disposition);
    }

    /** The hash of a group, the same in every process. */
    static int hash(String type, @Nullable String disposition) {
        int hash = 31 * type.hashCode() + (disposition == null ? 0 : disposition.hashCode());
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 16);
    }

    boolean is(String otherType, @Nullable String otherDisposition) {
        return type.equals(otherType) && Objects.equals(disposition, otherDisposition);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Group group && hash == group.hash && is(group.type, group.disposition));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return type + "/" + disposition;
    }
}
