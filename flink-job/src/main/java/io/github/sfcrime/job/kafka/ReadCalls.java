package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallDecoder;
import io.github.sfcrime.job.calls.FutureRule;
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
     * The calls of those records of one partition, in their order.
     *
     * @throws IOException if the registry does not answer
     */
    CallBatch read(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        CallBatch batch = decoder.newBatch(records.size());
        batch.topic = records.get(0).topic();
        batch.partition = records.get(0).partition();
        for (int i = 0; i < records.size(); i++) {
            read(records.get(i), batch, i);
        }
        return batch;
    }

    private void read(ConsumerRecord<byte[], byte[]> record, CallBatch batch, int call) throws IOException {
        batch.offsets[call] = record.offset();
        batch.timestamps[call] = record.timestamp();
        batch.keys[call] = record.key();
        batch.values[call] = record.value();
        try {
            decoder.decode(batch, call);
        } catch (IOException e) {
            throw new IOException(
                    "cannot read topic %s, partition %d, offset %d: %s"
                            .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
                    e);
        }
        if (future != null && record.timestampType() == TimestampType.LOG_APPEND_TIME) {
            future.judge(batch, call);
        }
    }
}
