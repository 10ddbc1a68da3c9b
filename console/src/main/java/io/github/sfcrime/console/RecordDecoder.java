package io.github.sfcrime.console;

import io.github.sfcrime.schemas.KnownSchemas;
import io.github.sfcrime.schemas.MalformedRecordException;
import io.github.sfcrime.schemas.WireFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Decodes any record in our wire format by the schema that it names, whatever its type; for one thread. */
final class RecordDecoder {

    private static final GenericData LOGICAL_TYPES = logicalTypes();

    private final Map<Schema, GenericDatumReader<GenericRecord>> readers = new HashMap<>();

    Content decode(byte @Nullable [] message) {
        if (message == null) {
            return new Content.Absent();
        }
        try {
            return new Content.Decoded(body(KnownSchemas.withFingerprint(WireFormat.fingerprint(message)), message));
        } catch (MalformedRecordException e) {
            return undecodable(message, e.getMessage());
        } catch (IOException | RuntimeException e) {
            return undecodable(message, "body does not fit its schema: " + e);
        }
    }

    private GenericRecord body(Schema schema, byte[] message) throws IOException {
        return readers.computeIfAbsent(schema, s -> new GenericDatumReader<>(s, s, LOGICAL_TYPES))
                .read(
                        null,
                        DecoderFactory.get()
                                .binaryDecoder(
                                        message,
                                        WireFormat.HEADER_LENGTH,
                                        message.length - WireFormat.HEADER_LENGTH,
                                        null));
    }

    private static Content undecodable(byte[] message, @Nullable String problem) {
        return new Content.Undecodable(ByteBuffer.wrap(message).asReadOnlyBuffer(), String.valueOf(problem));
    }

    private static GenericData logicalTypes() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        return model;
    }
}
