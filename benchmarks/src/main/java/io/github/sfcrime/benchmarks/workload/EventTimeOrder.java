package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;

/** Calls sorted by event time as they arrive; calls of the same minute stay in the order of their arrival. */
final class EventTimeOrder implements Iterator<CallForService> {

    /** More than any generated call trails the latest one. */
    private static final Duration LONGEST_LAG = Duration.ofHours(3);

    private final Iterator<CallForService> arrivals;
    private final TreeMap<LocalDateTime, Deque<CallForService>> waiting = new TreeMap<>();
    private LocalDateTime latest = LocalDateTime.MIN;

    EventTimeOrder(Iterator<CallForService> arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public boolean hasNext() {
        return arrivals.hasNext() || !waiting.isEmpty();
    }

    @Override
    public CallForService next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (arrivals.hasNext()
                && (waiting.isEmpty() || waiting.firstKey().plus(LONGEST_LAG).isAfter(latest))) {
            arrive(arrivals.next());
        }
        Deque<CallForService> first = waiting.firstEntry().getValue();
        CallForService call = Objects.requireNonNull(first.poll());
        if (first.isEmpty()) {
            waiting.pollFirstEntry();
        }
        return call;
    }

    private void arrive(CallForService call) {
        LocalDateTime time = call.getCallDateTime();
        waiting.computeIfAbsent(time, minute -> new ArrayDeque<>()).add(call);
        if (time.isAfter(latest)) {
            latest = time;
        }
    }
}
