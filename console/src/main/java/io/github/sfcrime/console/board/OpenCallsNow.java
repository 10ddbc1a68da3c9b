package io.github.sfcrime.console.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are open now.
 *
 * @param latestRow when the latest row was appended, in milliseconds since 1970
 * @param latestCall the latest of the times at which the oldest calls of groups came in, null where no call is open
 * @param all of them
 * @param priorities those of each priority, in the order of their names
 * @param districts those of each police district, in the order of their names
 */
record OpenCallsNow(
        long latestRow, @Nullable String latestCall, Part all, List<Part> priorities, List<Part> districts) {

    /**
     * Some of the open calls.
     *
     * @param name of their priority or district, null where they have none
     * @param oldest when the oldest of them came in, San Francisco wall-clock time; null where there is none
     */
    record Part(@Nullable String name, long count, @Nullable String oldest) {}
}
