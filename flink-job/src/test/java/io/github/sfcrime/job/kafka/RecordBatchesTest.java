package io.github.sfcrime.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.job.calls.NeededFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordBatchesTest {

    private final RecordsBySplits.Builder<ConsumerRecord<byte[], CallValue>> fetched = new RecordsBySplits.Builder<>();
    private final List<Long> told = new ArrayList<>();

    @Test
    void aBatchHasRecordsOfOnePartitionInTheirOrderAndTheOffsetOfItsLast() throws Exception {
        add(0, 17, 7);
        add(1, 3, 1);
        fetched.addFinishedSplit("crime_data-1");
        ReadCalls calls = new ReadCalls(new CallReading(new NeededFields(false, false), null), null);
        RecordBatches batches = new RecordBatches(fetched.build(), 3, calls, batch -> told.add(batch.offset()));

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

    private void add(int partition, long first, int records) {
        for (long offset = first; offset < first + records; offset++) {
            fetched.add("crime_data-" + partition, new ConsumerRecord<>("crime_data", partition, offset, null, null));
        }
    }
}
