package io.github.sfcrime.job.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sfcrime.schemas.WireFormat;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryData;
import org.jspecify.annotations.Nullable;

/** One record after the other in our wire format, put together field by field in the order of the schema. */
final class AvroMessage {

    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[256];
    private int length;

    AvroMessage(Schema schema) {
        byte[] header = WireFormat.header(schema);
        System.arraycopy(header, 0, bytes, 0, header.length);
    }

    AvroMessage begin() {
        length = WireFormat.HEADER_LENGTH;
        return this;
    }

    AvroMessage putLong(long value) {
        makeRoomFor(LONGEST_NUMBER);
        length += BinaryData.encodeLong(value, bytes, length);
        return this;
    }

    AvroMessage putString(String value) {
        byte[] text = value.getBytes(UTF_8);
        putLong(text.length);
        makeRoomFor(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    /** A field whose schema is the union of null and string, in that order. */
    AvroMessage putNullableString(@Nullable String value) {
        return value == null ? putLong(0) : putLong(1).putString(value);
    }

    byte[] end() {
        return Arrays.copyOf(bytes, length);
    }

    private void makeRoomFor(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
