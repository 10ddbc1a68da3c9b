package io.github.sfcrime.job.calls;

import org.jspecify.annotations.Nullable;

/** A record as it lies in Kafka, kept whole so that it can be set aside as it came. */
public class SourceRecord {

    public String topic = "";
    public int partition;
    public long offset;

    /** When the broker appended it, or what its producer said where the topic keeps that; in milliseconds since the epoch. */
    public long timestamp;

    public byte @Nullable [] key;
    public byte @Nullable [] value;
}
