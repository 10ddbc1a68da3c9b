package io.github.sfcrime.local.chaos.oracle;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the records of the topic of calls in maps, by the rules that the job has and none of its code: a call is late
 * when its window is over by the latest call before it in its partition less the bound, and a window is closed when it is
 * over in each partition. That holds while no partition goes idle.
 */
public final class Oracle {

    private final Duration bound;
    private final Map<Integer, LocalDateTime> latest = new HashMap<>();
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<Group, Long> counts = new HashMap<>();
    private final Set<Place> late = new HashSet<>();
    private final Set<Place> setAside = new HashSet<>();
    private long fromFuture;
    private long records;

    /** @param bound how far behind the latest call another may be and never be late */
    public Oracle(Duration bound) {
        this.bound = bound;
    }

    /** A partition of the topic, which holds all windows open until there are calls in it. */
    public void partition(int number) {
        ends.putIfAbsent(number, 0L);
    }

    /** The next record of its partition, which is a call. */
    public void call(Place place, CountedCall call) {
        step(place);
        LocalDateTime window = call.time().truncatedTo(ChronoUnit.HOURS);
        LocalDateTime before = latest.get(place.partition());
        if (before != null && isOver(window, before.minus(bound))) {
            late.add(place);
        } else {
            counts.merge(new Group(window, call.type(), call.disposition()), 1L, Long::sum);
        }
        latest.merge(place.partition(), call.time(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The next record of its partition, which is no call. */
    public void noCall(Place place) {
        step(place);
        setAside.add(place);
    }

    /** The next record of its partition, which is a call of a time that has not come yet. */
    public void callFromFuture(Place place) {
        noCall(place);
        fromFuture++;
    }

    private void step(Place place) {
        records++;
        ends.put(place.partition(), place.offset() + 1);
    }

    private static boolean isOver(LocalDateTime window, LocalDateTime complete) {
        return !window.plusHours(1).isAfter(complete);
    }

    /** What the job must have written once it has read all these records. */
    public Expectation expectation() {
        LocalDateTime closed = ends.keySet().stream()
                .map(partition -> latest.getOrDefault(partition, LocalDateTime.MIN.plus(bound)))
                .min(LocalDateTime::compareTo)
                .map(slowest -> slowest.minus(bound))
                .orElse(LocalDateTime.MIN);
        Map<Group, Count> rows = new HashMap<>();
        counts.forEach((group, calls) -> {
            if (isOver(group.window(), closed)) {
                rows.put(group, Count.of(group, calls));
            }
        });
        return new Expectation(rows, closed, late, setAside, fromFuture, ends, records);
    }
}
