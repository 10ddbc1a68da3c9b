package io.github.sfcrime.console;

import java.nio.ByteBuffer;
import org.apache.avro.generic.IndexedRecord;

/** What a record's key or value turned out to hold. */
public sealed interface Content {

    /** A record of a schema that this build knows. */
    record Decoded(IndexedRecord record) implements Content {}

    /**
     * Bytes that are none of our records.
     *
     * @param bytes all of them, as they lie in the topic
     * @param problem why they are none
     */
    record Undecodable(ByteBuffer bytes, String problem) implements Content {}

    /** No bytes at all: no key, or a value that deletes its key. */
    record Absent() implements Content {}
}
