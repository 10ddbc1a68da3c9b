package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.FutureRule;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.decoding.CallDecoder;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Turns Kafka records into calls; one that can't be read goes on with what is wrong with it. For one thread. */
final class ReadCalls {

    private final NeededFields needed;
    private final CallDecoder decoder;
    private final @Nullable FutureRule future;

    ReadCalls(CallReading reading, @Nullable SchemaRegistry registry) {
        needed = reading.needed();
        decoder = new CallDecoder(needed, registry);
        future = reading.futureBound() == null ? null : new FutureRule(reading.futureBound());
    }

    /**
     * The calls of those records, in their order.
     *
     * @throws IOException if the registry does not answer
     */
    CallBatch read(RecordBatch records) throws IOException {
        CallBatch calls = records.calls();
        calls.makeRoomFor(needed);
        for (int i = 0; i < calls.size(); i++) {
            read(calls, i);
        }
        if (future != null && records.timestampType() == TimestampType.LOG_APPEND_TIME) {
            future.judge(calls);
        }
        return calls;
    }

    private void read(CallBatch calls, int i) throws IOException {
        try {
            decoder.decode(calls, i);
        } catch (IOException e) {
            throw new IOException(
                    "cannot read topic %s, partition %d, offset %d: %s"
                            .formatted(calls.topic, calls.partition, calls.offsets[i], e.getMessage()),
                    e);
        }
    }
}
