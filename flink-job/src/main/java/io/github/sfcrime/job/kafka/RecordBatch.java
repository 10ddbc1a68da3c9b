package io.github.sfcrime.job.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records of one partition that follow each other. To who wants one record it is the last of them, at its offset. */
final class RecordBatch extends ConsumerRecord<byte[], byte[]> {

    private final List<ConsumerRecord<byte[], byte[]>> records;

    /** Records, of which there is one at least. */
    RecordBatch(List<ConsumerRecord<byte[], byte[]>> records) {
        this(records, records.get(records.size() - 1));
    }

    private RecordBatch(List<ConsumerRecord<byte[], byte[]>> records, ConsumerRecord<byte[], byte[]> last) {
        super(last.topic(), last.partition(), last.offset(), last.key(), last.value());
        this.records = records;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }
}
