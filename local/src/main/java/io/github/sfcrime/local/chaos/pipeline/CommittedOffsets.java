package io.github.sfcrime.local.chaos.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The offsets that the job has committed, by partition, which must never go back. */
final class CommittedOffsets {

    private final Map<Integer, Long> latest = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** They are these now. */
    synchronized void are(Map<Integer, Long> offsets) {
        new TreeMap<>(offsets).forEach((partition, offset) -> {
            long before = latest.getOrDefault(partition, 0L);
            if (offset < before) {
                mistakes.add("offset of partition " + partition + " has gone back from " + before + " to " + offset);
            }
            latest.put(partition, offset);
        });
    }

    /** Whether they have come to these ends. */
    synchronized boolean cover(Map<Integer, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> latest.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** Where they went back. */
    synchronized List<String> differences() {
        return List.copyOf(mistakes);
    }

    @Override
    public synchronized String toString() {
        return new TreeMap<>(latest).toString();
    }
}
