package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts calls whose number occurred before at the same rank, where copies of a record are after sorting; it compares
 * no others, so that memory stays bounded.
 */
public final class DuplicateCount implements CallSink {

    private static final int MOST_REMEMBERED = 100_000;

    private final CallSink next;
    private final Set<Long> numbers = new HashSet<>();
    private long rank = Long.MIN_VALUE;
    private long count;

    public DuplicateCount(CallSink next) {
        this.next = next;
    }

    public long count() {
        return count;
    }

    @Override
    public void accept(OutgoingCall call) throws IOException {
        if (call.rank() != rank) {
            rank = call.rank();
            numbers.clear();
        }
        if (numbers.contains(call.crimeId())) {
            count++;
        } else if (numbers.size() < MOST_REMEMBERED) {
            numbers.add(call.crimeId());
        }
        next.accept(call);
    }

    @Override
    public void complete() throws IOException {
        next.complete();
    }
}
