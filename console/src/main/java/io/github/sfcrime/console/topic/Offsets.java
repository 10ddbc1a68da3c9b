package io.github.sfcrime.console.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Finds the offsets for a {@link StartingPoint}. */
final class Offsets {

    private Offsets() {}

    static Map<TopicPartition, Long> of(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, StartingPoint point) {
        if (point instanceof StartingPoint.Earliest) {
            return consumer.beginningOffsets(partitions);
        } else if (point instanceof StartingPoint.Time time) {
            return at(consumer, partitions, time.time().toEpochMilli());
        } else if (point instanceof StartingPoint.Offset offset) {
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            return map(
                    consumer.endOffsets(partitions),
                    (partition, end) ->
                            Math.min(end, Math.max(offset.offset(), beginnings.getOrDefault(partition, 0L))));
        }
        return consumer.endOffsets(partitions);
    }

    /** The offsets {@code distance} before {@code ends}, but not before {@code beginnings}. */
    static Map<TopicPartition, Long> before(
            Map<TopicPartition, Long> ends, long distance, Map<TopicPartition, Long> beginnings) {
        return map(ends, (partition, end) -> Math.max(end - distance, beginnings.getOrDefault(partition, 0L)));
    }

    private static Map<TopicPartition, Long> at(
            Consumer<?, ?> consumer, Collection<TopicPartition> partitions, long epochMillis) {
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> epochMillis)));
        return map(consumer.endOffsets(partitions), (partition, end) -> {
            OffsetAndTimestamp offset = found.get(partition);
            return offset == null ? end : offset.offset();
        });
    }

    private static Map<TopicPartition, Long> map(
            Map<TopicPartition, Long> offsets, BiFunction<TopicPartition, Long, Long> function) {
        Map<TopicPartition, Long> mapped = new HashMap<>();
        offsets.forEach((partition, offset) -> mapped.put(partition, function.apply(partition, offset)));
        return mapped;
    }
}
