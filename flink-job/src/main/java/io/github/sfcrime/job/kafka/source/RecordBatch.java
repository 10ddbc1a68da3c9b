package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.calls.CallBatch;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Records of one partition that follow each other, whose timestamps are of one type. To who wants one record it is the last of
 * them.
 */
final class RecordBatch extends ConsumerRecord<byte[], byte[]> {

    private final CallBatch calls;

    private RecordBatch(CallBatch calls, ConsumerRecord<?, ?> last) {
        super(
                last.topic(),
                last.partition(),
                last.offset(),
                last.timestamp(),
                last.timestampType(),
                NULL_SIZE,
                NULL_SIZE,
                null,
                null,
                new RecordHeaders(),
                Optional.empty());
        this.calls = calls;
    }

    /** Those records; at least one. */
    static RecordBatch of(List<ConsumerRecord<byte[], ByteBuffer>> records) {
        ConsumerRecord<byte[], ByteBuffer> last = records.get(records.size() - 1);
        CallBatch calls = new CallBatch(last.topic(), last.partition(), records.size());
        for (int i = 0; i < records.size(); i++) {
            ConsumerRecord<byte[], ByteBuffer> record = records.get(i);
            calls.offsets[i] = record.offset();
            calls.timestamps[i] = record.timestamp();
            calls.keys[i] = record.key();
            if (record.value() != null) {
                calls.setValue(i, record.value());
            }
        }
        return new RecordBatch(calls, last);
    }

    /** Calls of which nothing has been read yet, but where they lie. */
    CallBatch calls() {
        return calls;
    }
}
