package io.github.sfcrime.loader.call;

import java.io.IOException;

/** Receives calls. */
@FunctionalInterface
public interface CallSink {

    /** Receives a call; waits if there is no room for it. */
    void accept(OutgoingCall call) throws IOException;

    /** Completes the calls so far, because the next may take long to arrive. */
    default void complete() throws IOException {}
}
