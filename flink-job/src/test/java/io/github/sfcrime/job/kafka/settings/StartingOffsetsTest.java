package io.github.sfcrime.job.kafka.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.failures.PermanentFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer.PartitionOffsetsRetriever;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("deprecation") // the connector's interface still speaks in Kafka's old enum
class StartingOffsetsTest {

    private static final TopicPartition FIRST = new TopicPartition("crime_data", 0);
    private static final TopicPartition SECOND = new TopicPartition("crime_data", 1);

    private final Offsets kafka = new Offsets();

    @Test
    void earliestIsTheFirstCallThereEverWas() {
        kafka.beginnings.putAll(Map.of(FIRST, 0L, SECOND, 0L));
        assertThat(offsets("earliest")).isEqualTo(Map.of(FIRST, 0L, SECOND, 0L));

        kafka.beginnings.put(SECOND, 7L);
        assertThatThrownBy(() -> offsets("earliest"))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("cannot read topic crime_data from its beginning: partition 1 starts at offset 7, what was"
                        + " before is gone. To count what is there, say --start available");
    }

    @Test
    void groupIsWhereTheGroupHasGotToInEveryPartition() {
        kafka.committed.putAll(Map.of(FIRST, 3L, SECOND, 4L));
        assertThat(offsets("group")).isEqualTo(Map.of(FIRST, 3L, SECOND, 4L));

        kafka.committed.remove(FIRST);
        assertThatThrownBy(() -> offsets("group"))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("cannot start where group counters is: it has committed no offset of topic crime_data,"
                        + " partition 0: name another with --group-id, or say --start earliest");
    }

    @Test
    void aBoundedRunFromAnInstantNeedsSomethingToRead() {
        String start = "2018-10-02T09:00:00Z";
        kafka.ends.putAll(Map.of(FIRST, 5L, SECOND, 6L));
        kafka.atInstant.put(
                SECOND, new OffsetAndTimestamp(4, Instant.parse(start).toEpochMilli()));
        assertThat(offsets(start)).isEqualTo(Map.of(FIRST, 5L, SECOND, 4L));

        kafka.atInstant.clear();
        assertThatThrownBy(() -> offsets(start))
                .isInstanceOf(PermanentFailure.class)
                .hasMessage("cannot start at 2018-10-02T09:00:00Z: nothing was appended to topic crime_data then or"
                        + " later");
    }

    @ParameterizedTest
    @ValueSource(strings = {"earliest", "available", "latest", "group", "2018-10-02T09:00:00Z"})
    void nothingThatIsGoneIsJumpedOver(String setting) {
        assertThat(initializer(setting).getAutoOffsetResetStrategy()).isEqualTo(OffsetResetStrategy.NONE);
    }

    private Map<TopicPartition, Long> offsets(String setting) {
        return initializer(setting).getPartitionOffsets(kafka.partitions, kafka);
    }

    private static OffsetsInitializer initializer(String setting) {
        StartingOffsets start = new StartingOffsets(setting);
        return start.initializer(new KafkaSettings(
                "localhost:9092",
                "crime_data",
                "counters",
                start,
                true,
                Duration.ZERO,
                null,
                true,
                KafkaSettings.Delivery.AT_LEAST_ONCE,
                null,
                new Properties()));
    }

    private static final class Offsets implements PartitionOffsetsRetriever {

        private final Collection<TopicPartition> partitions = List.of(FIRST, SECOND);
        private final Map<TopicPartition, Long> beginnings = new HashMap<>();
        private final Map<TopicPartition, Long> committed = new HashMap<>();
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private final Map<TopicPartition, OffsetAndTimestamp> atInstant = new HashMap<>();

        @Override
        public Map<TopicPartition, Long> committedOffsets(Collection<TopicPartition> asked) {
            return committed;
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> asked) {
            return ends;
        }

        @Override
        public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> asked) {
            return beginnings;
        }

        @Override
        public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> asked) {
            return atInstant;
        }
    }
}
