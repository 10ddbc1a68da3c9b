package io.github.sfcrime.benchmarks.window;

import io.github.sfcrime.job.decoding.CallDecoder;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes what is needed, with the job's decoder. */
final class ReadNeededFields implements KafkaRecordDeserializationSchema<Call> {

    private transient CallDecoder decoder;
    private transient Call call;

    @Override
    public void open(InitializationContext context) {
        decoder = new CallDecoder();
        call = new Call();
    }

    /** Emits the same instance each time, as object reuse allows. */
    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Call> calls) throws IOException {
        io.github.sfcrime.job.calls.Call read = decoder.decode(record.value());
        if (read.problem != null) {
            throw new IOException(read.problem.text);
        }
        call.time = read.callDateTime;
        call.type = read.originalCrimeTypeName;
        call.disposition = Objects.requireNonNullElse(read.disposition, "");
        calls.collect(call);
    }

    @Override
    public TypeInformation<Call> getProducedType() {
        return TypeInformation.of(Call.class);
    }
}
