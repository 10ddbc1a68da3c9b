package io.github.sfcrime.console.topic;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Merges the records of several partitions by append time. */
final class OrderOfTime {

    /** How many records of a partition are buffered before it is paused. */
    private static final int ENOUGH = 1_000;

    private final RecordHandler handler;
    private final Map<Integer, Deque<TopicRecord>> waiting = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();

    /** Merges these partitions into {@code handler}. */
    OrderOfTime(Collection<Integer> partitions, RecordHandler handler) {
        this.handler = handler;
        partitions.forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
    }

    void add(TopicRecord record) {
        waiting.computeIfAbsent(record.partition(), partition -> new ArrayDeque<>())
                .add(record);
    }

    boolean hasEnough(int partition) {
        return waiting.containsKey(partition) && waiting.get(partition).size() >= ENOUGH;
    }

    /** No more records come from these partitions. */
    void end(Collection<Integer> partitions) {
        ended.addAll(partitions);
    }

    /** Passes on the records before which no other can come. */
    void handOver() throws IOException {
        Optional<Deque<TopicRecord>> next = earliest();
        while (next.isPresent() && !isWaitingForOthers()) {
            handler.handle(next.get().remove());
            next = earliest();
        }
    }

    private boolean isWaitingForOthers() {
        return waiting.entrySet().stream()
                .anyMatch(each -> each.getValue().isEmpty() && !ended.contains(each.getKey()));
    }

    private Optional<Deque<TopicRecord>> earliest() {
        return waiting.values().stream()
                .filter(records -> !records.isEmpty())
                .min(Comparator.comparing(records -> Position.of(records.element())));
    }
}
