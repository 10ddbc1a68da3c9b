package io.github.sfcrime.schemas;

import java.nio.ByteBuffer;

/**
 * The Confluent wire format: a zero, four bytes with the id that a {@link SchemaRegistry} knows the writer's schema by
 * (big-endian), then the Avro binary body.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/serdes-develop/index.html">its
 *     description</a>
 */
public final class ConfluentFormat {

    /** Bytes in front of the Avro body: one of the marker, four of the id. */
    public static final int HEADER_LENGTH = 5;

    private static final byte MAGIC = 0;

    private ConfluentFormat() {}

    /** Whether {@code message} begins as this format does, which our {@link WireFormat} and text never do. */
    public static boolean isConfluent(byte[] message) {
        return isConfluent(message, 0, message.length);
    }

    /** The same of the message from {@code start} to {@code end}. */
    public static boolean isConfluent(byte[] bytes, int start, int end) {
        return end - start >= HEADER_LENGTH && bytes[start] == MAGIC;
    }

    /**
     * The registry's id of the schema that wrote {@code message}.
     *
     * @throws MalformedRecordException if {@code message} does not begin as this format does
     */
    public static int id(byte[] message) throws MalformedRecordException {
        return id(message, 0, message.length);
    }

    /** The same of the message from {@code start} to {@code end}. */
    public static int id(byte[] bytes, int start, int end) throws MalformedRecordException {
        if (!isConfluent(bytes, start, end)) {
            throw new MalformedRecordException(
                    "not in the Confluent wire format: it should begin with 00 and a 4-byte schema id, but "
                            + WireFormat.beginning(bytes, start, end));
        }
        return ByteBuffer.wrap(bytes, start + 1, Integer.BYTES).getInt();
    }

    /** A record that {@link WireFormat#encode} framed, in this framing instead: the body is the same. */
    public static byte[] frame(int id, byte[] singleObject) {
        int length = singleObject.length - WireFormat.HEADER_LENGTH;
        return ByteBuffer.allocate(HEADER_LENGTH + length)
                .put(MAGIC)
                .putInt(id)
                .put(singleObject, WireFormat.HEADER_LENGTH, length)
                .array();
    }

    /** What stands in front of the body of every record of the schema with that id. */
    public static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(id).array();
    }
}
