package io.github.sfcrime.benchmarks.jmh;

import io.github.sfcrime.job.calls.Call;
import io.github.sfcrime.job.decoding.CallDecoder;
import io.github.sfcrime.loader.generate.CallGenerator;
import io.github.sfcrime.schemas.CallForService;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.time.LocalDateTime;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** What it costs to read a call: with the job's decoder, with Avro's projection to the same fields, and whole. */
public class DecodeCall extends StepOfTheJob {

    /** Enough that neither their bytes nor their branches are learned by heart. */
    private static final int CALLS = 1 << 15;

    private static final Schema NEEDED = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"CallForService\",\"namespace\":\"io.github.sfcrime.schemas\","
                    + "\"fields\":[{\"name\":\"original_crime_type_name\",\"type\":\"string\"},"
                    + "{\"name\":\"call_date_time\",\"type\":\"long\"},"
                    + "{\"name\":\"disposition\",\"type\":[\"null\",\"string\"],\"default\":null}]}");

    private final byte[][] calls = new byte[CALLS][];
    private final WireFormat<CallForService> format = new WireFormat<>(CallForService.getClassSchema());
    private final CallDecoder decoder = new CallDecoder();
    private final GenericDatumReader<GenericRecord> projection =
            new GenericDatumReader<>(CallForService.getClassSchema(), NEEDED);
    private BinaryDecoder body = DecoderFactory.get().binaryDecoder(new byte[0], null);
    private GenericRecord projected = new GenericData.Record(NEEDED);
    private int next;

    /** Generates the calls. */
    @Setup
    public void makeCalls() {
        CallGenerator generator = new CallGenerator(1, LocalDateTime.parse("2018-10-02T00:00"), 92);
        for (int i = 0; i < CALLS; i++) {
            calls[i] = format.encode(generator.next());
        }
    }

    private byte[] nextCall() {
        next = (next + 1) & (CALLS - 1);
        return calls[next];
    }

    /** The job's decoder. */
    @Benchmark
    public Call neededFieldsByOurDecoder() throws IOException {
        return decoder.decode(nextCall());
    }

    /** Avro's own reader with a schema of the needed fields, its objects used again. */
    @Benchmark
    public GenericRecord neededFieldsByAvro() throws IOException {
        byte[] value = nextCall();
        body = DecoderFactory.get()
                .binaryDecoder(value, WireFormat.HEADER_LENGTH, value.length - WireFormat.HEADER_LENGTH, body);
        projected = projection.read(projected, body);
        return projected;
    }

    /** Avro's generated class with all fields. */
    @Benchmark
    public CallForService allFieldsByAvro() throws MalformedRecordException {
        return format.decode(nextCall());
    }
}
