package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.OutgoingCall;

/** The times at which calls are to be sent; they do not depend on earlier delays, so that those do not add up. */
@FunctionalInterface
interface Schedule {

    /** The time when a call is due, in nanoseconds after the first; called once for each, in the order of sending. */
    long dueAfter(OutgoingCall call);

    /** A constant rate of calls per second. */
    static Schedule ofRate(double callsPerSecond) {
        return new Schedule() {

            private long before;

            @Override
            public long dueAfter(OutgoingCall call) {
                return Math.round(before++ * (1e9 / callsPerSecond));
            }
        };
    }

    /**
     * By call time, which must be {@link OutgoingCall#rank}, that many times faster; a call out of order is due at
     * once.
     */
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
