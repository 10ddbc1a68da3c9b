package io.github.sfcrime.console;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.kafka.common.TopicPartition;

/** Finds out which records are the last of all partitions together, and keeps of them only where they stand. */
final class LastRecords implements RecordHandler {

    private final int count;
    private final PriorityQueue<Position> last = new PriorityQueue<>();
    private final Map<Integer, Integer> seen = new HashMap<>();

    LastRecords(int count) {
        this.count = count;
    }

    @Override
    public void handle(TopicRecord record) {
        seen.merge(record.partition(), 1, Integer::sum);
        last.add(Position.of(record));
        if (last.size() > count) {
            last.remove();
        }
    }

    /** Whether going back further in {@code partition} could not change what is last. */
    boolean isEnough(TopicPartition partition) {
        return seen.getOrDefault(partition.partition(), 0) >= count;
    }

    int size() {
        return last.size();
    }

    /** Whether a record that was seen is one of them. */
    boolean contains(TopicRecord record) {
        return !last.isEmpty() && last.element().compareTo(Position.of(record)) <= 0;
    }

    /** The offset of the first of them in each partition that has any. */
    Map<Integer, Long> firstOffsets() {
        Map<Integer, Long> first = new HashMap<>();
        last.forEach(position -> first.merge(position.partition(), position.offset(), Math::min));
        return first;
    }
}
