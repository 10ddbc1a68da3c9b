package io.github.sfcrime.benchmarks.latency;

import io.github.sfcrime.benchmarks.workload.Group;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Which calls have been sent and which are counted by a total that somebody could read. A call adds one to the total of its
 * group, and calls of one group keep their order: a total of {@code c} makes the group's {@code c}-th call readable, and
 * those before it.
 */
final class Ledger {

    private final Map<Group, Deque<Long>> waiting = new HashMap<>();
    private final Map<Group, Long> readable = new HashMap<>();
    private long unread;

    /** One more call of a group, which was to be sent at {@code intended}. */
    synchronized void sent(Group group, long intended) {
        waiting.computeIfAbsent(group, any -> new ArrayDeque<>()).add(intended);
        unread++;
    }

    /**
     * A group's total was read; totals that tell nothing new are passed over.
     *
     * @param intended gets when each call was to be sent that this total is the first one to count
     * @throws IllegalStateException if fewer calls of the group were sent
     */
    synchronized void read(Group group, long total, LongConsumer intended) {
        long before = readable.getOrDefault(group, 0L);
        Deque<Long> calls = waiting.getOrDefault(group, new ArrayDeque<>());
        if (total - before > calls.size()) {
            throw new IllegalStateException(
                    "a total of " + total + " calls where " + (before + calls.size()) + " were sent: " + group);
        }
        for (long counted = before; counted < total; counted++) {
            intended.accept(calls.remove());
            unread--;
        }
        readable.put(group, Math.max(before, total));
    }

    /** How many calls were sent that no total counts yet. */
    synchronized long unread() {
        return unread;
    }
}
