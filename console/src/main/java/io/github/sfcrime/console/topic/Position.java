package io.github.sfcrime.console.topic;

import java.util.Comparator;

/**
 * The position of a record in the order over all partitions: append time, partition, offset.
 *
 * @param timestamp when the broker appended it, in milliseconds since the epoch
 */
record Position(long timestamp, long offset, int partition) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparingLong(Position::timestamp)
            .thenComparingLong(Position::offset)
            .thenComparingInt(Position::partition);

    static Position of(TopicRecord record) {
        return new Position(record.timestamp().toEpochMilli(), record.offset(), record.partition());
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
