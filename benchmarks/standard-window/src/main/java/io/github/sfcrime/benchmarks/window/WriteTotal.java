package io.github.sfcrime.benchmarks.window;

import io.github.sfcrime.schemas.CallTotal;
import io.github.sfcrime.schemas.CallTotalKey;
import io.github.sfcrime.schemas.WireFormat;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes totals as the job writes its own. */
final class WriteTotal implements KafkaRecordSerializationSchema<WindowCount> {

    private final String topic;
    private transient WireFormat<CallTotalKey> keys;
    private transient WireFormat<CallTotal> values;

    WriteTotal(String topic) {
        this.topic = topic;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sinkContext) {
        keys = new WireFormat<>(CallTotalKey.getClassSchema());
        values = new WireFormat<>(CallTotal.getClassSchema());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            WindowCount row, KafkaSinkContext context, @Nullable Long eventTime) {
        String disposition = row.disposition.isEmpty() ? null : row.disposition;
        CallTotal total = new CallTotal(row.type, disposition, row.description, row.count);
        return new ProducerRecord<>(
                topic, keys.encode(new CallTotalKey(row.type, row.disposition)), values.encode(total));
    }
}
