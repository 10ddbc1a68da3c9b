package io.github.sfcrime.job.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The watermarks of all partitions that a reader knows of; calls of one partition mostly come in a row. */
final class PartitionWatermarks {

    private final Map<Partition, PartitionWatermark> all = new HashMap<>();
    private PartitionWatermark last = new PartitionWatermark("", -1);

    private record Partition(String topic, int number) {}

    /** That of a partition that a call has been read of. */
    PartitionWatermark of(String topic, int partition) {
        if (!last.isOf(topic, partition)) {
            last = find(topic, partition);
            last.read = true;
        }
        return last;
    }

    private PartitionWatermark find(String topic, int partition) {
        return all.computeIfAbsent(
                new Partition(topic, partition), unknown -> new PartitionWatermark(topic, partition));
    }

    /** Takes up what one of the readers knew of a partition. */
    void restore(PartitionWatermark known) {
        find(known.topic, known.partition).advance(known.watermark);
    }

    /**
     * What a checkpoint has to know.
     *
     * @param watermark of the reader, which goes on without a partition that is idle
     * @param readOnly whether the partitions that were not read are another reader's business
     */
    List<PartitionWatermark> toKeep(long watermark, boolean readOnly) {
        List<PartitionWatermark> kept = new ArrayList<>();
        for (PartitionWatermark partition : all.values()) {
            if (partition.read) {
                partition.advance(watermark);
            }
            if (partition.read || !readOnly) {
                kept.add(partition);
            }
        }
        return kept;
    }
}
