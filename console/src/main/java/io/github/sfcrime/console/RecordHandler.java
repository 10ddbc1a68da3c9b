package io.github.sfcrime.console;

import java.io.IOException;

/** What becomes of the records that a {@link TopicReader} reads; called by the thread that reads. */
@FunctionalInterface
public interface RecordHandler {

    /** Takes the next record. */
    void handle(TopicRecord record) throws IOException;

    /** While following: all that was there has been handed over, so that now is the time to show it. */
    default void caughtUp() throws IOException {}
}
