package io.github.sfcrime.console.topic;

import java.nio.ByteBuffer;
import org.apache.avro.generic.IndexedRecord;

/** The decoded content of a record's key or value. */
public sealed interface Content {

    /** A record of a schema that this build knows. */
    record Decoded(IndexedRecord record) implements Content {}

    /**
     * Bytes that are not a record of a known schema.
     *
     * @param bytes all of them, as they lie in the topic
     * @param problem why they are not
     */
    record Undecodable(ByteBuffer bytes, String problem) implements Content {}

    /** Null: no key, or a tombstone. */
    record Absent() implements Content {}
}
