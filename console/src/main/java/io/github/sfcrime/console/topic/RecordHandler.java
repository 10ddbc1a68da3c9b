package io.github.sfcrime.console.topic;

import java.io.IOException;

/** Receives the records of a {@link TopicReader}, in its thread. */
@FunctionalInterface
public interface RecordHandler {

    /** Receives the next record. */
    void handle(TopicRecord record) throws IOException;

    /** Called while following a topic, when all records so far have been received. */
    default void caughtUp() throws IOException {}
}
