package io.github.sfcrime.local.chaos.fault;

import java.util.Arrays;
import java.util.Iterator;

/** The names of the kinds of faults, for help and completion. */
public final class KindsOfFaults implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::toString).iterator();
    }
}
