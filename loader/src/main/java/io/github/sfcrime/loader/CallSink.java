package io.github.sfcrime.loader;

import java.io.IOException;

/** Where calls go next. */
@FunctionalInterface
interface CallSink {

    /** Takes a call, waiting where there is no room for it. */
    void accept(OutgoingCall call) throws IOException;
}
