package io.github.sfcrime.console.topic;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Fails a bounded read that makes no progress, because consumers wait for a lost broker without end. */
final class Progress {

    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final String topic;
    private final LongSupplier nanoTime;
    private Map<TopicPartition, Long> positions = Map.of();
    private long since;

    Progress(String topic, LongSupplier nanoTime) {
        this.topic = topic;
        this.nanoTime = nanoTime;
        since = nanoTime.getAsLong();
    }

    void check(Map<TopicPartition, Long> now) {
        if (!now.equals(positions)) {
            positions = now;
            since = nanoTime.getAsLong();
        } else if (nanoTime.getAsLong() - since > WITHIN.toNanos()) {
            throw new KafkaException("nothing came from topic " + topic + " for " + WITHIN.toSeconds()
                    + " s, though its end is not reached (read up to " + now + "): is the broker still running?");
        }
    }
}
