package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Calls in order, to be read once. */
interface SortedRun {

    /** The next call, or null after the last. */
    @Nullable
    OutgoingCall next() throws IOException;
}
