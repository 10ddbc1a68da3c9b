package io.github.sfcrime.loader.send;

import io.github.sfcrime.loader.call.CallSink;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Calls on their way into a topic, which is there before the first is sent and looked at after the last. */
public interface Delivery extends AutoCloseable {

    /**
     * Where to put all calls of the load.
     *
     * @param pacing what those go through first that are not there yet
     */
    CallSink sink(UnaryOperator<CallSink> pacing);

    /** Calls that this delivery is known to have brought into the topic. */
    long sent();

    /** Calls that were there from an earlier start of the same load. */
    long sentBefore();

    /** What a record may take. */
    int mostBytes();

    /** Waits until everything handed over is in the topic. */
    void flush() throws IOException;

    /** Makes sure that everything is there, by what the topic has. */
    void finish() throws IOException, InterruptedException;

    /** Records that other producers brought into the topic meanwhile, known once this is finished. */
    long foreign();

    @Override
    void close();
}
