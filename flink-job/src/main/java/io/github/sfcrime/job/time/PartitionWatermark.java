package io.github.sfcrime.job.time;

/** Up to when the calls of one partition have been read, but for those that come late. */
public class PartitionWatermark {

    public String topic = "";
    public int partition;

    /** In milliseconds of San Francisco wall-clock time. */
    public long watermark = Long.MIN_VALUE;

    /** Whether this reader has read calls of it since it was started. */
    transient boolean read;

    public PartitionWatermark() {}

    PartitionWatermark(String topic, int partition) {
        this.topic = topic;
        this.partition = partition;
    }

    boolean isOf(String otherTopic, int otherPartition) {
        return partition == otherPartition && topic.equals(otherTopic);
    }

    void advance(long to) {
        if (to > watermark) {
            watermark = to;
        }
    }
}
