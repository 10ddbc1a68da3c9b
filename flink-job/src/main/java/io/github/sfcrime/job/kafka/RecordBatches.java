package io.github.sfcrime.job.kafka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What was fetched, in batches. */
final class RecordBatches implements RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> {

    private final RecordsWithSplitIds<ConsumerRecord<byte[], CallValue>> fetched;
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
            RecordsWithSplitIds<ConsumerRecord<byte[], CallValue>> fetched,
            int most,
            ReadCalls calls,
            Consumer<RecordBatch> handedOn) {
        this.fetched = fetched;
        this.handedOn = handedOn;
        for (String split = fetched.nextSplit(); split != null; split = fetched.nextSplit()) {
            Queue<RecordBatch> batches = new ArrayDeque<>();
            for (var records = next(most); !records.isEmpty(); records = next(most)) {
                batches.add(new RecordBatch(calls.read(records)));
            }
            splits.add(new OfSplit(split, batches));
        }
    }

    private List<ConsumerRecord<byte[], CallValue>> next(int most) {
        List<ConsumerRecord<byte[], CallValue>> records = new ArrayList<>(most);
        while (records.size() < most) {
            ConsumerRecord<byte[], CallValue> record = fetched.nextRecordFromSplit();
            if (record == null) {
                break;
            }
            records.add(record);
        }
        return records;
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
