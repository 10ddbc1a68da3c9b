package io.github.sfcrime.job.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What was fetched, many records of a partition at a time. */
final class RecordBatches implements RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> {

    private final RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> fetched;
    private final int most;
    private final Consumer<RecordBatch> handedOn;

    /**
     * Batches of what was fetched.
     *
     * @param most how many records are in one at most
     * @param handedOn is told of each batch
     */
    RecordBatches(
            RecordsWithSplitIds<ConsumerRecord<byte[], byte[]>> fetched, int most, Consumer<RecordBatch> handedOn) {
        this.fetched = fetched;
        this.most = most;
        this.handedOn = handedOn;
    }

    @Override
    public @Nullable String nextSplit() {
        return fetched.nextSplit();
    }

    @Override
    public @Nullable RecordBatch nextRecordFromSplit() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (records.size() < most) {
            ConsumerRecord<byte[], byte[]> record = fetched.nextRecordFromSplit();
            if (record == null) {
                break;
            }
            records.add(record);
        }
        if (records.isEmpty()) {
            return null;
        }
        RecordBatch batch = new RecordBatch(records);
        handedOn.accept(batch);
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
