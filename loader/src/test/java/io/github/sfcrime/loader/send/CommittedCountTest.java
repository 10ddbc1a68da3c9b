package io.github.sfcrime.loader.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class CommittedCountTest {

    private static final TopicPartition PARTITION = new TopicPartition("calls", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");

    @Test
    void recordsWhoseTransactionIsOnlyNowMarkedAsCommittedAreWaitedFor() {
        consumer.updateEndOffsets(Map.of(PARTITION, 2L));
        consumer.schedulePollTask(() -> add(0, 2));
        consumer.schedulePollTask(() -> {});
        consumer.schedulePollTask(() -> add(2, 5));

        assertThat(count(5, Duration.ofMinutes(1))).isEqualTo(5);
    }

    @Test
    void recordsThatDoNotComeAreNotCounted() {
        consumer.updateEndOffsets(Map.of(PARTITION, 2L));
        consumer.schedulePollTask(() -> add(0, 2));

        assertThat(count(5, Duration.ZERO)).isEqualTo(2);
    }

    private long count(long expected, Duration patience) {
        return CommittedCount.count(consumer, Map.of(PARTITION, 0L), expected, patience);
    }

    private void add(int from, int to) {
        for (int offset = from; offset < to; offset++) {
            consumer.addRecord(new ConsumerRecord<>("calls", 0, offset, new byte[0], new byte[0]));
        }
    }
}
