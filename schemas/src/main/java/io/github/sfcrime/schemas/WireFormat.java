package io.github.sfcrime.schemas;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Records of one type as Avro single-object encoding: the marker {@code C3 01}, the eight bytes of the writer schema's
 * fingerprint (CRC-64-AVRO, little-endian), then the Avro binary body.
 *
 * @param <T> the record's generated class
 * @see <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">the specification</a>
 */
public final class WireFormat<T extends SpecificRecord> {

    /** Bytes in front of the Avro body: two of the marker, eight of the fingerprint. */
    public static final int HEADER_LENGTH = 10;

    private static final byte MARKER_0 = (byte) 0xC3;
    private static final byte MARKER_1 = 0x01;
    private static final VarHandle LITTLE_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static {
        // Since 1.12.2 Avro refuses to make generated classes, an application's own included, that nobody vouches for.
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), WireFormat::isGenerated));
    }

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    /** The format of records of the class that Avro generated for {@code schema}. */
    public WireFormat(Schema schema) {
        SpecificData model = SpecificData.getForSchema(schema);
        encoder = new BinaryMessageEncoder<>(model, schema);
        decoder = new BinaryMessageDecoder<>(model, schema);
        KnownSchemas.all().forEach(decoder::addSchema);
    }

    /** The record in its framing; safe to call from several threads. */
    public byte[] encode(T record) {
        try {
            ByteBuffer message = encoder.encode(record);
            byte[] bytes = new byte[message.remaining()];
            message.get(bytes);
            return bytes;
        } catch (IOException | AvroRuntimeException | NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException("cannot encode " + record + ": " + e.getMessage(), e);
        }
    }

    /**
     * The record that {@code message} frames, resolved from its writer's schema to this format's.
     *
     * @throws MalformedRecordException if it is not single-object encoding, its schema is unknown, or its body is damaged
     */
    public T decode(byte[] message) throws MalformedRecordException {
        KnownSchemas.withFingerprint(fingerprint(message));
        try {
            return decoder.decode(message);
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException("body does not fit its schema: " + e, e);
        }
    }

    /**
     * The fingerprint of the schema that wrote {@code message}.
     *
     * @throws MalformedRecordException if {@code message} does not begin as single-object encoding does
     */
    public static long fingerprint(byte[] message) throws MalformedRecordException {
        return fingerprint(message, 0, message.length);
    }

    /** The same of the message from {@code start} to {@code end}. */
    public static long fingerprint(byte[] bytes, int start, int end) throws MalformedRecordException {
        if (end - start < HEADER_LENGTH || bytes[start] != MARKER_0 || bytes[start + 1] != MARKER_1) {
            throw new MalformedRecordException(
                    "not Avro single-object encoding: it should begin with C3 01 and an 8-byte fingerprint, but "
                            + beginning(bytes, start, end));
        }
        return (long) LITTLE_ENDIAN_LONG.get(bytes, start + 2);
    }

    /** What stands in front of the body of every record that {@code schema} writes. */
    public static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER_0)
                .put(MARKER_1)
                .putLong(fingerprint(schema))
                .array();
    }

    /** The CRC-64-AVRO fingerprint of a schema's parsing canonical form, of which logical types are no part. */
    public static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    private static boolean isGenerated(Class<?> type) {
        return SpecificRecord.class.isAssignableFrom(type)
                && type.getPackageName().equals(WireFormat.class.getPackageName());
    }

    static String beginning(byte[] bytes, int start, int end) {
        StringBuilder text = new StringBuilder("has " + (end - start) + " bytes");
        for (int i = start; i < Math.min(end, start + HEADER_LENGTH); i++) {
            text.append(i == start ? ": " : " ").append(String.format("%02X", bytes[i]));
        }
        return text.toString();
    }
}
