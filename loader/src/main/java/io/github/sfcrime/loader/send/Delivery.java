package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.CallSink;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** The delivery of calls to a topic, which exists before the first is sent and is checked after the last. */
public interface Delivery extends AutoCloseable {

    /**
     * The sink of all calls of the load.
     *
     * @param pacing what those go through first that are not there yet
     */
    CallSink sink(UnaryOperator<CallSink> pacing);

    /** The calls that this delivery has surely written to the topic. */
    long sent();

    /** Calls that were there from an earlier start of the same load. */
    long sentBefore();

    /** The largest record, in bytes. */
    int mostBytes();

    /** Waits until all calls are in the topic. */
    void flush() throws IOException;

    /** Verifies with the topic's offsets that all calls are there. */
    void finish() throws IOException, InterruptedException;

    /** Records that other producers brought into the topic meanwhile, known once this is finished. */
    long foreign();

    @Override
    void close();
}
