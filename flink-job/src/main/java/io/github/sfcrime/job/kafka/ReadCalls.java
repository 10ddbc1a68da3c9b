package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallDecoder;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.FutureRule;
import io.github.sfcrime.job.calls.SourceRecord;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Turns Kafka records into calls; one that can't be read goes on with what is wrong with it. */
final class ReadCalls {

    private final CallDecoder decoder;
    private final @Nullable FutureRule future;

    ReadCalls(CallReading reading, @Nullable SchemaRegistry registry) {
        decoder = new CallDecoder(reading.needed(), registry);
        future = reading.futureBound() == null ? null : new FutureRule(reading.futureBound());
    }

    /**
     * The calls of those records, in their order.
     *
     * @throws IOException if the registry does not answer
     */
    CallBatch read(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        CallRecord[] calls = new CallRecord[records.size()];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = read(records.get(i));
        }
        return new CallBatch(calls);
    }

    private CallRecord read(ConsumerRecord<byte[], byte[]> record) throws IOException {
        CallRecord call = decoder.newCall();
        SourceRecord source = call.source;
        source.topic = record.topic();
        source.partition = record.partition();
        source.offset = record.offset();
        source.timestamp = record.timestamp();
        source.key = record.key();
        source.value = record.value();
        try {
            decoder.decode(call);
        } catch (IOException e) {
            throw new IOException(
                    "cannot read topic %s, partition %d, offset %d: %s"
                            .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
                    e);
        }
        if (future != null && record.timestampType() == TimestampType.LOG_APPEND_TIME) {
            future.judge(call);
        }
        return call;
    }
}
