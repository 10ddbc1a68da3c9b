package io.github.sfcrime.local.chaos.oracle;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the job must have written once it has read the topic of calls up to some offsets.
 *
 * @param rows of the windows that are closed
 * @param closed up to when windows are closed: what ends later is not judged yet
 * @param late where the calls are that came too late
 * @param setAside where the records are that are no calls, or calls from the future
 * @param fromFuture how many of those are calls from the future
 * @param ends the offset behind the last record that was looked at, by partition
 * @param records how many records that is
 */
public record Expectation(
        Map<Group, Count> rows,
        LocalDateTime closed,
        Set<Place> late,
        Set<Place> setAside,
        long fromFuture,
        Map<Integer, Long> ends,
        long records) {

    public Expectation {
        rows = Map.copyOf(rows);
        // Set.copyOf takes minutes for places, whose hashes lie side by side.
        late = Collections.unmodifiableSet(new HashSet<>(late));
        setAside = Collections.unmodifiableSet(new HashSet<>(setAside));
        ends = Map.copyOf(ends);
    }

    /** Whether a record was among those that were looked at. */
    boolean covers(Place place) {
        return place.offset() < ends.getOrDefault(place.partition(), 0L);
    }

    /** How many calls are in windows, closed or not. */
    public long counted() {
        return records - late.size() - setAside.size();
    }

    public long deadLetters() {
        return setAside.size() - fromFuture;
    }
}
