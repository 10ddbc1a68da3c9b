package io.github.sfcrime.job.kafka.sink;

import io.github.sfcrime.job.query.Query;
import io.github.sfcrime.job.results.ResultRow;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes a query's rows under their keys, so that a later row replaces an earlier one. */
public final class WriteResult implements KafkaRecordSerializationSchema<ResultRow> {

    private final Query query;
    private final Framing framing;
    private transient EncodePlan keyPlan;
    private transient EncodePlan rowPlan;
    private transient AvroMessage key;
    private transient AvroMessage value;

    public WriteResult(Query query, Framing framing) {
        this.query = query;
        this.framing = framing;
    }

    @Override
    public void open(InitializationContext context, KafkaSinkContext sinkContext) {
        keyPlan = new EncodePlan(query.keySchema());
        rowPlan = new EncodePlan(query.rowSchema());
        key = new AvroMessage(framing.keyHeader(query));
        value = new AvroMessage(framing.rowHeader(query));
    }

    /** The record carries no timestamp of its own: the event time of a past year would have the broker delete it. */
    @Override
    public ProducerRecord<byte[], byte[]> serialize(ResultRow row, KafkaSinkContext context, @Nullable Long eventTime) {
        return new ProducerRecord<>(query.topic().name(), keyPlan.write(row, key), rowPlan.write(row, value));
    }
}
