package io.github.sfcrime.benchmarks.jet;

import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Decodes the three needed fields by Avro's schema projection, one thread's. */
final class ReadCall {

    /** What every workload's calls are written by. */
    static final Schema WRITTEN = KnownSchemas.earlier("call-for-service-2.avsc");

    private static final Schema NEEDED = new Schema.Parser()
            .parse("{\"type\":\"record\",\"name\":\"CallForService\",\"namespace\":\"io.github.sfcrime.schemas\","
                    + "\"fields\":[{\"name\":\"original_crime_type_name\",\"type\":\"string\"},"
                    + "{\"name\":\"call_date_time\",\"type\":\"long\"},"
                    + "{\"name\":\"disposition\",\"type\":[\"null\",\"string\"],\"default\":null}]}");

    private final GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(WRITTEN, NEEDED);
    private BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[0], null);
    private GenericRecord call = new GenericData.Record(NEEDED);

    Call read(byte[] value) {
        try {
            decoder = DecoderFactory.get()
                    .binaryDecoder(value, WireFormat.HEADER_LENGTH, value.length - WireFormat.HEADER_LENGTH, decoder);
            call = reader.read(call, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Object disposition = call.get(2);
        return new Call(
                (Long) call.get(1),
                new Group(call.get(0).toString(), disposition == null ? "" : disposition.toString()));
    }
}
