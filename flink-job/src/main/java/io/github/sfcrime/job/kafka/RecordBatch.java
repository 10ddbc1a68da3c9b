package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallBatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The calls of records of one partition that follow each other. To who wants one record it is the last of them. */
final class RecordBatch extends ConsumerRecord<byte[], byte[]> {

    private final CallBatch calls;

    RecordBatch(CallBatch calls) {
        super(calls.topic, calls.partition, calls.offsets[calls.size() - 1], null, null);
        this.calls = calls;
    }

    CallBatch calls() {
        return calls;
    }
}
