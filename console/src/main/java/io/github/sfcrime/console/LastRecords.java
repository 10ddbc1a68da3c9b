package io.github.sfcrime.console;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Keeps the last records of every partition. */
final class LastRecords implements RecordHandler {

    private static final Comparator<TopicRecord> BY_TIME = Comparator.comparing(TopicRecord::timestamp)
            .thenComparing(TopicRecord::offset)
            .thenComparing(TopicRecord::partition);

    private final int count;
    private final Map<Integer, Deque<TopicRecord>> byPartition = new HashMap<>();

    LastRecords(int count) {
        this.count = count;
    }

    @Override
    public void handle(TopicRecord record) {
        Deque<TopicRecord> last = byPartition.computeIfAbsent(record.partition(), partition -> new ArrayDeque<>());
        last.add(record);
        if (last.size() > count) {
            last.remove();
        }
    }

    /** Whether going back further in {@code partition} could not change what is last. */
    boolean isEnough(TopicPartition partition) {
        Deque<TopicRecord> last = byPartition.get(partition.partition());
        return count == 0 || (last != null && last.size() == count);
    }

    /** Hands over the last of all partitions together, the oldest first, and says how many they are. */
    long handTo(RecordHandler handler) throws IOException {
        List<TopicRecord> all = byPartition.values().stream()
                .flatMap(Deque::stream)
                .sorted(BY_TIME)
                .toList();
        List<TopicRecord> last = all.subList(Math.max(0, all.size() - count), all.size());
        for (TopicRecord record : last) {
            handler.handle(record);
        }
        return last.size();
    }
}
