package io.github.sfcrime.console.topic;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/**
 * A record of a topic, decoded.
 *
 * @param timestamp when the broker appended it, for topics that this system created
 */
public record TopicRecord(
        String topic, int partition, long offset, Instant timestamp, Content key, Content value, Headers headers) {}
