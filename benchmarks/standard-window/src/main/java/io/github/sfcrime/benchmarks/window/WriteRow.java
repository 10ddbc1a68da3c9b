package io.github.sfcrime.benchmarks.window;

import io.github.sfcrime.schemas.CallCount;
import io.github.sfcrime.schemas.CallCountKey;
import io.github.sfcrime.schemas.WireFormat;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes rows as the job writes its own. */
final class WriteRow implements KafkaRecordSerializationSchema<WindowCount> {

    private final String topic;
    private transient WireFormat<CallCountKey> keys;
    private transient WireFormat<CallCount> values;

    WriteRow(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sinkContext) {
        keys = new WireFormat<>(CallCountKey.getClassSchema());
        values = new WireFormat<>(CallCount.getClassSchema());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            WindowCount row, KafkaSinkContext context, @Nullable Long eventTime) {
        LocalDateTime start = wallClock(row.windowStart);
        LocalDateTime end = wallClock(row.windowEnd);
        String disposition = row.disposition.isEmpty() ? null : row.disposition;
        CallCountKey key = new CallCountKey(start, end, row.type, row.disposition);
        CallCount value = new CallCount(start, end, row.type, disposition, row.description, row.count);
        return new ProducerRecord<>(topic, keys.encode(key), values.encode(value));
    }

    private static LocalDateTime wallClock(long millis) {
        return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000L), 0, ZoneOffset.UTC);
    }
}
