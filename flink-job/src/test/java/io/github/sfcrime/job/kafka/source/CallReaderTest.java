package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.failures.PermanentFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("crime_data", 3);
    private static final KafkaPartitionSplit RESTORED = new KafkaPartitionSplit(PARTITION, 49);

    private final Connector connector = new Connector();
    private final CompletableFuture<Void> allowance = new CompletableFuture<>();
    private final Pace pace = new Pace(calls -> allowance);
    private final CallReader reader = new CallReader(connector, pace, Boundedness.CONTINUOUS_UNBOUNDED);

    @Test
    void partitionsWaitUntilTheTopicIsConfirmedAndAreInCheckpointsMeanwhile() {
        reader.addSplits(List.of(RESTORED));
        assertThat(connector.partitions).isEmpty();
        assertThat(reader.snapshotState(1)).containsExactly(RESTORED);

        reader.handleSourceEvents(new TopicConfirmed());
        assertThat(connector.partitions).containsExactly(RESTORED);
        assertThat(reader.snapshotState(2)).containsExactly(RESTORED);

        KafkaPartitionSplit added = new KafkaPartitionSplit(new TopicPartition("crime_data", 4), 0);
        reader.addSplits(List.of(added));
        assertThat(connector.partitions).containsExactly(RESTORED, added);
    }

    @Test
    @SuppressWarnings("deprecation") // as in the reader
    void aBoundedRunEndsWhereTheTopicEndsWhateverStateItIsRestoredFrom() {
        CallReader bounded = new CallReader(connector, pace, Boundedness.BOUNDED);
        bounded.addSplits(List.of(RESTORED, new KafkaPartitionSplit(new TopicPartition("crime_data", 4), 1, 60)));
        bounded.handleSourceEvents(new TopicConfirmed());

        assertThat(connector.partitions)
                .extracting(partition -> partition.getStoppingOffset().orElseThrow())
                .containsExactly(KafkaPartitionSplit.LATEST_OFFSET, 60L);
    }

    @Test
    void lostCallsAreToldByTopicPartitionAndOffsetAndNoRestartMendsThem() {
        connector.failure = new RuntimeException(
                "One or more fetchers have encountered exception",
                new OffsetOutOfRangeException(Map.of(PARTITION, 49L)));

        assertThatThrownBy(this::poll)
                .isInstanceOf(PermanentFailure.class)
                .hasMessage(
                        "cannot read topic crime_data, partition 3, offset 49: Kafka no longer has it, so that calls"
                                + " are lost. To go on with what is there, say --fail-on-data-loss false");
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        RuntimeException failure = new RuntimeException("the broker is away");
        connector.failure = failure;

        assertThatThrownBy(this::poll).isSameAs(failure);
    }

    @Test
    void afterWhatItHasTakenItReadsOnlyOnceItMay() throws Exception {
        assertThat(reader.isAvailable()).isDone();
        poll();
        pace.took(10);
        assertThat(reader.isAvailable()).isSameAs(allowance);
        poll();
        assertThat(connector.polls).isEqualTo(1);

        allowance.complete(null);
        assertThat(reader.isAvailable()).isDone();
        poll();
        assertThat(connector.polls).isEqualTo(2);
    }

    @SuppressWarnings("NullAway") // the connector stands in for itself and puts nothing out
    private void poll() throws Exception {
        reader.pollNext(null);
    }

    private static final class Connector implements SourceReader<CallBatch, KafkaPartitionSplit> {

        private final List<KafkaPartitionSplit> partitions = new ArrayList<>();
        private @Nullable RuntimeException failure;
        private int polls;

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(@Nullable ReaderOutput<CallBatch> output) {
            polls++;
            if (failure != null) {
                throw failure;
            }
            return InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
            return partitions;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void addSplits(List<KafkaPartitionSplit> added) {
            partitions.addAll(added);
        }

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
