package io.github.sfcrime.schemas;

/** Bytes that are not a record in our {@link WireFormat}; the message says what is wrong with them. */
public class MalformedRecordException extends Exception {

    public MalformedRecordException(String message) {
        super(message);
    }

    public MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
