package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.failures.PermanentFailure;
import io.github.sfcrime.job.kafka.settings.MissingRight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The connector's reader, which gets its partitions once the topic is known to be the one that their offsets are of, and reads
 * no faster than it may.
 */
final class CallReader implements SourceReader<CallBatch, KafkaPartitionSplit> {

    private static final Pattern DAMAGED =
            Pattern.compile("^Record(?: batch)? for partition (.+)-(\\d+) at offset (\\d+) is invalid, cause: (.+)$");

    private final SourceReader<CallBatch, KafkaPartitionSplit> connector;
    private final Pace pace;
    private final Boundedness boundedness;
    /** Partitions that wait; null once none does. */
    private @Nullable List<KafkaPartitionSplit> waiting = new ArrayList<>();

    CallReader(SourceReader<CallBatch, KafkaPartitionSplit> connector, Pace pace, Boundedness boundedness) {
        this.connector = connector;
        this.pace = pace;
        this.boundedness = boundedness;
    }

    @Override
    public void start() {
        connector.start();
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> partitions) {
        if (waiting == null) {
            connector.addSplits(partitions);
        } else {
            waiting.addAll(partitions);
        }
    }

    @Override
    public void handleSourceEvents(SourceEvent event) {
        if (!(event instanceof TopicConfirmed)) {
            connector.handleSourceEvents(event);
        } else if (waiting != null) {
            List<KafkaPartitionSplit> partitions = waiting;
            waiting = null;
            connector.addSplits(partitions.stream().map(this::bounded).toList());
        }
    }

    /** A bounded run from the state of one that was not would read on without end. */
    @SuppressWarnings("deprecation") // only the connector's readers know the end before they begin
    private KafkaPartitionSplit bounded(KafkaPartitionSplit partition) {
        return boundedness == Boundedness.BOUNDED
                        && partition.getStoppingOffset().isEmpty()
                ? new KafkaPartitionSplit(
                        partition.getTopicPartition(), partition.getStartingOffset(), KafkaPartitionSplit.LATEST_OFFSET)
                : partition;
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpoint) {
        List<KafkaPartitionSplit> partitions = new ArrayList<>(connector.snapshotState(checkpoint));
        if (waiting != null) {
            partitions.addAll(waiting);
        }
        return partitions;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<CallBatch> output) throws Exception {
        if (!pace.allows()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        try {
            InputStatus status = connector.pollNext(output);
            return pace.allows() ? status : InputStatus.NOTHING_AVAILABLE;
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    private static RuntimeException explained(RuntimeException failure) {
        return ExceptionUtils.findThrowable(failure, OffsetOutOfRangeException.class)
                .map(CallReader::lost)
                .or(() -> damaged(failure))
                .or(() -> MissingRight.in(failure, "cannot read calls"))
                .<RuntimeException>map(permanent -> permanent)
                .orElse(failure);
    }

    /** Kafka's consumer has no exception of its own for it: what it says is all that tells. */
    private static Optional<PermanentFailure> damaged(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .map(each -> DAMAGED.matcher(String.valueOf(each.getMessage())))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new PermanentFailure(
                        ("cannot read topic %s, partition %s, offset %s: what Kafka has there is damaged: %s. Bring back that"
                                        + " segment from a replica or a copy, or delete the records up to the next whole"
                                        + " batch with kafka-delete-records and say --fail-on-data-loss false")
                                .formatted(found.group(1), found.group(2), found.group(3), found.group(4)),
                        failure));
    }

    private static PermanentFailure lost(OffsetOutOfRangeException e) {
        Map.Entry<TopicPartition, Long> first =
                e.offsetOutOfRangePartitions().entrySet().iterator().next();
        return new PermanentFailure(
                ("cannot read topic %s, partition %d, offset %d: Kafka no longer has it, so that calls are lost. To go on"
                                + " with what is there, say --fail-on-data-loss false")
                        .formatted(first.getKey().topic(), first.getKey().partition(), first.getValue()),
                e);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return pace.allows() ? connector.isAvailable() : pace.next();
    }

    @Override
    public void notifyNoMoreSplits() {
        connector.notifyNoMoreSplits();
    }

    @Override
    public void pauseOrResumeSplits(Collection<String> paused, Collection<String> resumed) {
        connector.pauseOrResumeSplits(paused, resumed);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        connector.notifyCheckpointComplete(checkpoint);
    }

    @Override
    public void notifyCheckpointAborted(long checkpoint) throws Exception {
        connector.notifyCheckpointAborted(checkpoint);
    }

    @Override
    public void close() throws Exception {
        connector.close();
    }
}
