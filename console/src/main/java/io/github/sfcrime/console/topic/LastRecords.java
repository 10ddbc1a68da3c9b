package io.github.sfcrime.console.topic;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.kafka.common.TopicPartition;

/** Finds the last records over all partitions; it keeps their positions only. */
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

    /** Whether earlier records of {@code partition} cannot be among the last. */
    boolean isEnough(TopicPartition partition) {
        return seen.getOrDefault(partition.partition(), 0) >= count;
    }

    int size() {
        return last.size();
    }

    /** Whether a record is among the last. */
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
