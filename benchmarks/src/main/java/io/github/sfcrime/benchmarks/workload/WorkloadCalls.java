package io.github.sfcrime.benchmarks.workload;

import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;

/** A workload's calls in the order of event time, as a replay has them; the same workload gives the same calls. */
public final class WorkloadCalls implements Iterator<CallForService> {

    /** More than any made-up call trails the latest one. */
    private static final Duration LONGEST_LAG = Duration.ofHours(3);

    private final CallGenerator arrivals;
    private final TypeNames types;
    private final TreeMap<LocalDateTime, Deque<CallForService>> waiting = new TreeMap<>();
    private LocalDateTime latest = LocalDateTime.MIN;
    private long toArrive;
    private long toReturn;

    /** The calls of a workload, from the first. */
    public WorkloadCalls(Workload workload) {
        arrivals = new CallGenerator(workload.seed(), workload.start(), workload.callsPerHour());
        types = TypeNames.of(workload);
        toArrive = workload.records();
        toReturn = workload.records();
    }

    @Override
    public boolean hasNext() {
        return toReturn > 0;
    }

    @Override
    public CallForService next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        while (toArrive > 0
                && (waiting.isEmpty() || waiting.firstKey().plus(LONGEST_LAG).isAfter(latest))) {
            arrive();
        }
        Deque<CallForService> first = waiting.firstEntry().getValue();
        CallForService call = Objects.requireNonNull(first.poll());
        if (first.isEmpty()) {
            waiting.pollFirstEntry();
        }
        toReturn--;
        return call;
    }

    private void arrive() {
        CallForService call = arrivals.next();
        types.rename(call);
        LocalDateTime time = call.getCallDateTime();
        waiting.computeIfAbsent(time, minute -> new ArrayDeque<>()).add(call);
        if (time.isAfter(latest)) {
            latest = time;
        }
        toArrive--;
    }
}
