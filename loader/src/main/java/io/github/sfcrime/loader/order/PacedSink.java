package io.github.sfcrime.loader.order;

import io.github.sfcrime.loader.call.CallSink;
import io.github.sfcrime.loader.call.OutgoingCall;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Delays calls until they are due; a call that is late is sent at once. */
final class PacedSink implements CallSink {

    /** A wait that is long enough for what was sent before to be completed first. */
    private static final long LONG_WAIT_NANOS = 500_000_000;

    private final CallSink next;
    private final Schedule schedule;
    private final LongSupplier clock;
    private final LongConsumer sleep;
    private long start;
    private boolean started;

    /**
     * @param clock nanoseconds that only ever go up
     * @param sleep waits for so many nanoseconds or less
     */
    PacedSink(CallSink next, Schedule schedule, LongSupplier clock, LongConsumer sleep) {
        this.next = next;
        this.schedule = schedule;
        this.clock = clock;
        this.sleep = sleep;
    }

    @Override
    public void accept(OutgoingCall call) throws IOException {
        if (!started) {
            started = true;
            start = clock.getAsLong();
        }
        await(start + schedule.dueAfter(call));
        next.accept(call);
    }

    private void await(long due) throws IOException {
        long left = due - clock.getAsLong();
        if (left > LONG_WAIT_NANOS) {
            next.complete();
            left = due - clock.getAsLong();
        }
        while (left > 0) {
            sleep.accept(left);
            if (Thread.interrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            left = due - clock.getAsLong();
        }
    }

    @Override
    public void complete() throws IOException {
        next.complete();
    }
}
