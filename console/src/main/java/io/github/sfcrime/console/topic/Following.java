package io.github.sfcrime.console.topic;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Follows a topic without an end, and commits what was handled where it goes on in a consumer group. */
final class Following {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> handled = new HashMap<>();
    private boolean commits;

    Following(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Takes the records. */
    interface Taker {

        void take(ConsumerRecord<byte[], byte[]> record) throws IOException;

        /** Called when there are no more for now. */
        void caughtUp() throws IOException;
    }

    /** Goes on where the consumer group has come to, in partitions that it has begun. */
    void goOnInGroup() {
        consumer.committed(Set.copyOf(consumer.assignment())).forEach((partition, offset) -> {
            if (offset != null) {
                consumer.seek(partition, offset.offset());
            }
        });
        commits = true;
        consumer.commitSync();
    }

    /** Returns when the consumer is woken up. */
    void handTo(Taker taker) throws IOException {
        try {
            while (true) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                hand(records, taker);
                if (commits && !records.isEmpty()) {
                    consumer.commitAsync();
                }
                if (records.isEmpty() || isAtEnd()) {
                    taker.caughtUp();
                }
            }
        } catch (WakeupException stopped) {
            return;
        }
    }

    private void hand(ConsumerRecords<byte[], byte[]> records, Taker taker) throws IOException {
        handled.clear();
        try {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                taker.take(record);
                handled.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
        } catch (IOException | RuntimeException e) {
            commitHandled(e);
            throw e;
        }
    }

    /** Lets the next reader of the group go on with the record that was not handled. */
    private void commitHandled(Exception reason) {
        if (!commits) {
            return;
        }
        try {
            consumer.commitSync(handled);
        } catch (KafkaException notCommitted) {
            reason.addSuppressed(notCommitted);
        }
    }

    private boolean isAtEnd() {
        return consumer.assignment().stream()
                .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }
}
