package io.github.sfcrime.job.kafka;

import io.github.sfcrime.schemas.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** One record after the other in our wire format, put together field by field in the order of the schema. */
final class AvroMessage {

    private final byte[] header;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final BinaryEncoder body = EncoderFactory.get().directBinaryEncoder(bytes, null);

    AvroMessage(Schema schema) {
        header = WireFormat.header(schema);
    }

    AvroMessage begin() {
        bytes.reset();
        bytes.writeBytes(header);
        return this;
    }

    AvroMessage putLong(long value) throws IOException {
        body.writeLong(value);
        return this;
    }

    AvroMessage putString(String value) throws IOException {
        body.writeString(value);
        return this;
    }

    /** A field whose schema is the union of null and string, in that order. */
    AvroMessage putNullableString(@Nullable String value) throws IOException {
        if (value == null) {
            body.writeIndex(0);
        } else {
            body.writeIndex(1);
            body.writeString(value);
        }
        return this;
    }

    byte[] end() {
        return bytes.toByteArray();
    }
}
