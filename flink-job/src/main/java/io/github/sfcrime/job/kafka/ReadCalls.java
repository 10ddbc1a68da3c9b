package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.calls.CallBatch;
import io.github.sfcrime.job.calls.CallDecoder;
import io.github.sfcrime.job.calls.FutureRule;
import io.github.sfcrime.job.calls.NeededFields;
import io.github.sfcrime.job.calls.Problem;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    /** Those properties of a consumer, and what makes it put out the records that are read here. */
    Properties deserializing(Properties consumer) {
        Properties all = new Properties();
        all.putAll(consumer);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, CallDeserializer.class);
        all.put(CallDeserializer.DECODER, decoder);
        return all;
    }

    /** The calls of those records of one partition, in their order. */
    CallBatch read(List<ConsumerRecord<byte[], CallValue>> records) {
        ConsumerRecord<byte[], CallValue> first = records.get(0);
        CallBatch batch = new CallBatch(first.topic(), first.partition(), records.size(), needed);
        for (int i = 0; i < records.size(); i++) {
            read(records.get(i), batch, i);
        }
        return batch;
    }

    private void read(ConsumerRecord<byte[], CallValue> record, CallBatch batch, int i) {
        batch.offsets[i] = record.offset();
        batch.timestamps[i] = record.timestamp();
        batch.keys[i] = record.key();
        CallValue value = record.value();
        if (value == null) {
            batch.set(i, Call.unreadable(Problem.Kind.MALFORMED, "record has no value"));
            return;
        }
        batch.setValue(i, value.bytes());
        batch.set(i, value.call());
        if (future != null && record.timestampType() == TimestampType.LOG_APPEND_TIME) {
            future.judge(batch, i);
        }
    }
}
