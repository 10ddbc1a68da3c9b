package io.github.sfcrime.benchmarks.window;

import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes all fields into Avro's generated class, as is usual. */
final class ReadWholeCall implements KafkaRecordDeserializationSchema<Call> {

    private transient WireFormat<CallForService> format;
    private transient Call call;

    @Override
    public void open(InitializationContext context) {
        format = new WireFormat<>(CallForService.getClassSchema());
        call = new Call();
    }

    /** Emits the same instance each time, as object reuse allows. */
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Call> calls) throws IOException {
        try {
            CallForService whole = format.decode(record.value());
            call.time = whole.getCallDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
            call.type = whole.getOriginalCrimeTypeName();
            call.disposition = Objects.requireNonNullElse(whole.getDisposition(), "");
            calls.collect(call);
        } catch (MalformedRecordException e) {
            throw new IOException(e);
        }
    }

    @Override
    public TypeInformation<Call> getProducedType() {
        return TypeInformation.of(Call.class);
    }
}
