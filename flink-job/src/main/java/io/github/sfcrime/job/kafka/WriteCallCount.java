package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.results.CallCountRow;
import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row as a {@link CallCount} under its {@link CallCountKey}, so that a later row replaces it. The fields go
 * through Avro's encoder one by one, in the order of their schemas: at real density there are two rows for every three
 * calls, and writing by reflection costs more than all else that is done to a row.
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
        try {
            return new ProducerRecord<>(topic, keyOf(row), valueOf(row));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a row of " + topic, e);
        }
    }

    private byte[] keyOf(CallCountRow row) throws IOException {
        return key.begin()
                .putLong(row.windowStart)
                .putLong(row.windowEnd)
                .putString(row.originalCrimeTypeName)
                .putString(Objects.requireNonNullElse(row.disposition, ""))
                .end();
    }

    private byte[] valueOf(CallCountRow row) throws IOException {
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
