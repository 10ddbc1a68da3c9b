package io.github.sfcrime.job.kafka.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordBatchesTest {

    private final RecordsBySplits.Builder<ConsumerRecord<byte[], ByteBuffer>> fetched = new RecordsBySplits.Builder<>();
    private final List<Long> told = new ArrayList<>();

    @Test
    void aBatchHasRecordsOfOnePartitionInTheirOrderAndTheOffsetOfItsLast() throws Exception {
        add(0, 17, 7);
        add(1, 3, 1);
        fetched.addFinishedSplit("crime_data-1");
        RecordBatches batches = new RecordBatches(fetched.build(), 3, batch -> told.add(batch.offset()));

        List<String> read = new ArrayList<>();
        for (String split = batches.nextSplit(); split != null; split = batches.nextSplit()) {
            for (RecordBatch batch = batches.nextRecordFromSplit();
                    batch != null;
                    batch = batches.nextRecordFromSplit()) {
                read.add(split + " " + batch.topic() + "-" + batch.partition() + " "
                        + Arrays.toString(batch.calls().offsets) + " at " + batch.offset());
            }
        }

        assertThat(read)
                .containsExactlyInAnyOrder(
                        "crime_data-0 crime_data-0 [17, 18, 19] at 19",
                        "crime_data-0 crime_data-0 [20, 21, 22] at 22",
                        "crime_data-0 crime_data-0 [23] at 23",
                        "crime_data-1 crime_data-1 [3] at 3");
        assertThat(told).containsExactlyInAnyOrder(19L, 22L, 23L, 3L);
        assertThat(batches.finishedSplits()).containsExactly("crime_data-1");
    }

    @Test
    void aBatchHasTimestampsOfOneType() {
        add(17, TimestampType.CREATE_TIME);
        add(18, TimestampType.CREATE_TIME);
        add(19, TimestampType.LOG_APPEND_TIME);
        RecordBatches batches = new RecordBatches(fetched.build(), 3, batch -> {});
        batches.nextSplit();

        RecordBatch before = batches.nextRecordFromSplit();
        RecordBatch after = batches.nextRecordFromSplit();

        assertThat(before).extracting(RecordBatch::timestampType).isEqualTo(TimestampType.CREATE_TIME);
        assertThat(before).extracting(batch -> batch.calls().offsets).isEqualTo(new long[] {17, 18});
        assertThat(after).extracting(RecordBatch::timestampType).isEqualTo(TimestampType.LOG_APPEND_TIME);
        assertThat(after).extracting(batch -> batch.calls().offsets).isEqualTo(new long[] {19});
        assertThat(batches.nextRecordFromSplit()).isNull();
    }

    private void add(long offset, TimestampType type) {
        fetched.add(
                "crime_data-0",
                new ConsumerRecord<>(
                        "crime_data", 0, offset, 1, type, 0, 0, null, null, new RecordHeaders(), Optional.empty()));
    }

    private void add(int partition, long first, int records) {
        for (long offset = first; offset < first + records; offset++) {
            fetched.add("crime_data-" + partition, new ConsumerRecord<>("crime_data", partition, offset, null, null));
        }
    }
}
