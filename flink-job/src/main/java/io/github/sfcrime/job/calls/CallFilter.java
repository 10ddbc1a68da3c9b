package io.github.sfcrime.job.calls;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked about.
 *
 * @param types their types, all where empty
 * @param from earliest call time, inclusive; null for no limit
 * @param to latest call time, exclusive; null for no limit
 */
public record CallFilter(
        Set<String> types,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to) implements Serializable {

    /** Every call. */
    public static final CallFilter ALL = new CallFilter(Set.of(), null, null);

    /** Checks that it leaves something. */
    public CallFilter {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to " + to + ": " + from);
        }
    }

    /** Tells of calls whether they are among them. */
    public Test test() {
        boolean anyType = types.isEmpty();
        long first = from == null ? Long.MIN_VALUE : millis(from);
        long end = to == null ? Long.MAX_VALUE : millis(to);
        return (type, time) -> time >= first && time < end && (anyType || types.contains(type));
    }

    /** Of a call's type and time, the latter in milliseconds as {@link CallRecord#callDateTime}. */
    public interface Test {
        boolean passes(String type, long callDateTime);
    }

    private static long millis(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
