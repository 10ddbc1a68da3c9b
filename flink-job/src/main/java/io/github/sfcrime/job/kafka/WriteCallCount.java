package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.results.CallCountRow;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row as a {@link CallCount} under its {@link CallCountKey}, so that a later row replaces it. The fields are
 * written one by one, in the order of their schemas: at real density there are two rows for every three calls, and
 * writing by reflection costs more than all else that is done to a row.
 */
final class WriteCallCount implements KafkaRecordSerializationSchema<CallCountRow> {

    private final String topic;
    private transient AvroMessage key;
    private transient AvroMessage value;

    WriteCallCount(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sinkContext) {
        key = new AvroMessage(CallCountKey.SCHEMA$);
        value = new AvroMessage(CallCount.SCHEMA$);
    }

    /** The record carries no timestamp of its own: the event time of a past year would have the broker delete it. */
    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            CallCountRow row, KafkaSinkContext context, @Nullable Long eventTime) {
        return new ProducerRecord<>(topic, keyOf(row), valueOf(row));
    }

    private byte[] keyOf(CallCountRow row) {
        return key.begin()
                .putLong(row.windowStart)
                .putLong(row.windowEnd)
                .putString(row.originalCrimeTypeName)
                .putString(Objects.requireNonNullElse(row.disposition, ""))
                .end();
    }

    private byte[] valueOf(CallCountRow row) {
        return value.begin()
                .putLong(row.windowStart)
                .putLong(row.windowEnd)
                .putString(row.originalCrimeTypeName)
                .putNullableString(row.disposition)
                .putNullableString(row.description)
                .putLong(row.count)
                .end();
    }
}
