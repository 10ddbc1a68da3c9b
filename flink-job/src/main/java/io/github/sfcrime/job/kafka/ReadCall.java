package io.github.sfcrime.job.kafka;

import io.github.sfcrime.job.calls.CallDecoder;
import io.github.sfcrime.job.calls.CallRecord;
import io.github.sfcrime.job.calls.FutureRule;
import io.github.sfcrime.job.calls.SourceRecord;
import io.github.sfcrime.schemas.RegistrySettings;
import io.github.sfcrime.schemas.SchemaRegistry;
import java.io.IOException;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Turns a Kafka record into a call; one that can't be read goes on with what is wrong with it. */
final class ReadCall implements KafkaRecordDeserializationSchema<CallRecord> {

    private final CallReading reading;
    private final @Nullable RegistrySettings schemaRegistry;

    private transient CallDecoder decoder;
    private transient CallRecord call;
    private transient @Nullable FutureRule future;

    ReadCall(CallReading reading, @Nullable RegistrySettings schemaRegistry) {
        this.reading = reading;
        this.schemaRegistry = schemaRegistry;
    }

    @Override
    public void open(InitializationContext context) {
        decoder = new CallDecoder(reading.needed(), schemaRegistry == null ? null : SchemaRegistry.at(schemaRegistry));
        call = decoder.newCall();
        future = reading.futureBound() == null ? null : new FutureRule(reading.futureBound());
    }

    /**
     * Emits the same instance each time.
     *
     * @throws IOException if the registry does not answer
     */
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<CallRecord> calls) throws IOException {
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
        calls.collect(call);
    }

    @Override
    public TypeInformation<CallRecord> getProducedType() {
        return TypeInformation.of(CallRecord.class);
    }
}
