package io.github.sfcrime.benchmarks.window;

import io.github.sfcrime.job.calls.CallDecoder;
import io.github.sfcrime.job.calls.CallBatch;
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
        CallBatch read = decoder.newBatch(1);
        read.values[0] = record.value();
        decoder.decode(read, 0);
        if (read.problems[0] != null) {
            throw new IOException(read.problems[0].text);
        }
        call.time = read.callDateTimes[0];
        call.type = read.types[0];
        call.disposition = Objects.requireNonNullElse(read.dispositions[0], "");
        calls.collect(call);
    }

    @Override
    public TypeInformation<Call> getProducedType() {
        return TypeInformation.of(Call.class);
    }
}
