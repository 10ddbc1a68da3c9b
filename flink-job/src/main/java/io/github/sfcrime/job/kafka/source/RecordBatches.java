package io.github.sfcrime.job.kafka.source;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What was fetched, in batches. */
final class RecordBatches implements RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> {

    private final RecordsWithSplitIds<ConsumerRecord<byte[], ByteBuffer>> fetched;
    private final Consumer<RecordBatch> handedOn;
    private final Queue<OfSplit> splits = new ArrayDeque<>();
    private Queue<RecordBatch> current = new ArrayDeque<>();

    private record OfSplit(String id, Queue<RecordBatch> batches) {}

    /**
     * Batches of what was fetched.
     *
     * @param most how many records are in one at most
     * @param handedOn is told of each batch when it is taken
     */
    RecordBatches(
            RecordsWithSplitIds<ConsumerRecord<byte[], ByteBuffer>> fetched, int most, Consumer<RecordBatch> handedOn) {
        this.fetched = fetched;
        this.handedOn = handedOn;
        for (String split = fetched.nextSplit(); split != null; split = fetched.nextSplit()) {
            splits.add(new OfSplit(split, batches(most)));
        }
    }

    private Queue<RecordBatch> batches(int most) {
        Queue<RecordBatch> batches = new ArrayDeque<>();
        RecordBatch.Builder batch = null;
        for (var record = fetched.nextRecordFromSplit(); record != null; record = fetched.nextRecordFromSplit()) {
            if (batch != null && batch.takes(record)) {
                batch.add(record);
            } else {
                if (batch != null) {
                    batches.add(batch.build());
                }
                batch = new RecordBatch.Builder(record, most);
            }
        }
        if (batch != null) {
            batches.add(batch.build());
        }
        return batches;
    }

    @Override
    public @Nullable String nextSplit() {
        OfSplit next = splits.poll();
        if (next == null) {
            return null;
        }
        current = next.batches;
        return next.id;
    }

    @Override
    public @Nullable RecordBatch nextRecordFromSplit() {
        RecordBatch batch = current.poll();
        if (batch != null) {
            handedOn.accept(batch);
        }
        return batch;
    }

    @Override
    public Set<String> finishedSplits() {
        return fetched.finishedSplits();
    }

    @Override
    public void recycle() {
        fetched.recycle();
    }
}
