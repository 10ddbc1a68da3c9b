package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.OutgoingCall;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The run that was never spilled. */
final class MemoryRun implements SortedRun {

    private final Iterator<OutgoingCall> calls;

    MemoryRun(List<OutgoingCall> sorted) {
        calls = sorted.iterator();
    }

    @Override
    public @Nullable OutgoingCall next() {
        return calls.hasNext() ? calls.next() : null;
    }
}
