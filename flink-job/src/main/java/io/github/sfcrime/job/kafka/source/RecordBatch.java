package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.calls.CallBatch;
import java.nio.ByteBuffer;
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

    /** Calls of which nothing has been read yet, but where they lie. */
    CallBatch calls() {
        return calls;
    }

    /** Takes the records of a batch one after the other, each of which is then no longer needed. */
    static final class Builder {

        /** Where few calls come at a time, room for all that a batch may have would be most of the garbage. */
        private static final int ROOM_AT_FIRST = 16;

        private final CallBatch calls;
        private final int most;
        private ConsumerRecord<byte[], ByteBuffer> last;
        private int size;

        /** A batch that begins with that record and has so many at most. */
        Builder(ConsumerRecord<byte[], ByteBuffer> first, int most) {
            calls = new CallBatch(first.topic(), first.partition(), Math.min(ROOM_AT_FIRST, most));
            this.most = most;
            last = first;
            add(first);
        }

        /** Whether there is room. A topic may be told at any time to keep the other type of timestamp. */
        boolean takes(ConsumerRecord<byte[], ByteBuffer> record) {
            return size < most && record.timestampType() == last.timestampType();
        }

        void add(ConsumerRecord<byte[], ByteBuffer> record) {
            if (size == calls.size()) {
                calls.resizeTo(Math.min(2 * size, most));
            }
            calls.offsets[size] = record.offset();
            calls.timestamps[size] = record.timestamp();
            calls.keys[size] = record.key();
            ByteBuffer value = record.value();
            if (value != null) {
                calls.setValue(size, value);
            }
            size++;
            last = record;
        }

        /** Those that it took. */
        RecordBatch build() {
            calls.resizeTo(size);
            return new RecordBatch(calls, last);
        }
    }
}
