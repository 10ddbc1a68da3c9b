package io.github.sfcrime.job.kafka;

import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.WireFormat;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes a row under its window and group, so that a later row replaces it. */
final class WriteCallCount implements KafkaRecordSerializationSchema<CallCount> {

    private final String topic;
    private transient WireFormat<CallCountKey> keys;
    private transient WireFormat<CallCount> values;

    WriteCallCount(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sinkContext) {
        keys = new WireFormat<>(CallCountKey.SCHEMA$);
        values = new WireFormat<>(CallCount.SCHEMA$);
    }

    /** The record carries no timestamp of its own: the event time of a past year would have the broker delete it. */
    @Override
    public ProducerRecord<byte[], byte[]> serialize(CallCount row, KafkaSinkContext context, @Nullable Long eventTime) {
        CallCountKey key = new CallCountKey(
                row.getWindowStart(),
                row.getWindowEnd(),
                row.getOriginalCrimeTypeName(),
                Objects.requireNonNullElse(row.getDisposition(), ""));
        return new ProducerRecord<>(topic, keys.encode(key), values.encode(row));
    }
}
