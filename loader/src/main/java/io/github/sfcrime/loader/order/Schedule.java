package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.OutgoingCall;

/** When calls are to be sent, which does not depend on when others were, so that delays do not add up. */
@FunctionalInterface
interface Schedule {

    /** When a call is due, in nanoseconds after the first; asked once for each, in the order of sending. */
    long dueAfter(OutgoingCall call);

    /** So many calls a second, at even distances. */
    static Schedule ofRate(double callsPerSecond) {
        return new Schedule() {

            private long before;

            @Override
            public long dueAfter(OutgoingCall call) {
                return Math.round(before++ * (1e9 / callsPerSecond));
            }
        };
    }

    /** By call time, which {@link OutgoingCall#rank} has to be, so many times faster; a call that trails is due at once. */
    static Schedule ofReplay(double speedup) {
        return new Schedule() {

            private long first = Long.MIN_VALUE;

            @Override
            public long dueAfter(OutgoingCall call) {
                if (first == Long.MIN_VALUE) {
                    first = call.rank();
                }
                return Math.round((call.rank() - first) * (1e6 / speedup));
            }
        };
    }
}
