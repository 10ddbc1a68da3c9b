package io.github.sfcrime.loader.call;

import java.io.IOException;

/** Where calls go next. */
@FunctionalInterface
public interface CallSink {

    /** Takes a call, waiting where there is no room for it. */
    void accept(OutgoingCall call) throws IOException;

    /** Makes the calls taken so far good, because the next may be long in coming. */
    default void complete() throws IOException {}
}
