package io.github.sfcrime.local.chaos.oracle;

/**
 * Where a record of the topic of calls is.
 *
 * @param partition its partition
 * @param offset its offset in there
 */
public record Place(int partition, long offset) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
        return partition == other.partition
                ? Long.compare(offset, other.offset)
                : Integer.compare(partition, other.partition);
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
