package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.CallSink;
import java.io.IOException;

/** Calls on their way into a topic, which is there before the first is sent and looked at after the last. */
public interface Delivery extends AutoCloseable {

    /** Where to put the calls. */
    CallSink sink();

    /** Calls that this delivery is known to have brought into the topic. */
    long sent();

    /** Calls that were there from an earlier start of the same load. */
    long sentBefore();

    /** What a record may take. */
    int mostBytes();

    /** Waits until everything handed over is in the topic. */
    void flush() throws IOException;

    /**
     * Makes sure that everything is there, by what the topic has.
     *
     * @return how many records came into the topic besides, from other producers
     */
    long finish() throws IOException, InterruptedException;

    @Override
    void close();
}
