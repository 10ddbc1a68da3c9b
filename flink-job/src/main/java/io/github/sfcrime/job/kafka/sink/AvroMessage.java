package io.github.sfcrime.job.kafka.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.avro.io.BinaryData;
import org.jspecify.annotations.Nullable;

/** One record after the other behind the same header, put together field by field in the order of the schema. */
final class AvroMessage {

    private static final int LONGEST_NUMBER = 10;

    private final int headerLength;
    private byte[] bytes;
    private int length;

    /** @param header what says which schema wrote the record */
    AvroMessage(byte[] header) {
        headerLength = header.length;
        bytes = Arrays.copyOf(header, 256);
    }

    void begin() {
        length = headerLength;
    }

    /** An Avro int or long. */
    void putLong(long value) {
        makeRoomFor(LONGEST_NUMBER);
        length += BinaryData.encodeLong(value, bytes, length);
    }

    void putString(String value) {
        byte[] text = value.getBytes(UTF_8);
        putLong(text.length);
        makeRoomFor(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    /** A field whose schema is the union of null and string, in that order. */
    void putNullableString(@Nullable String value) {
        if (value == null) {
            putLong(0);
        } else {
            putLong(1);
            putString(value);
        }
    }

    /** A field whose schema is the union of null and long, in that order. */
    void putNullableLong(@Nullable Long value) {
        if (value == null) {
            putLong(0);
        } else {
            putLong(1);
            putLong(value);
        }
    }

    void putDouble(double value) {
        makeRoomFor(Double.BYTES);
        length += BinaryData.encodeDouble(value, bytes, length);
    }

    void putBoolean(boolean value) {
        makeRoomFor(1);
        length += BinaryData.encodeBoolean(value, bytes, length);
    }

    /** A field whose schema is the union of null and double, in that order. */
    void putNullableDouble(@Nullable Double value) {
        if (value == null) {
            putLong(0);
        } else {
            putLong(1);
            putDouble(value);
        }
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
