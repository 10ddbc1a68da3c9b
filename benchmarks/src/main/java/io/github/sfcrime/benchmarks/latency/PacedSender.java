package io.github.sfcrime.benchmarks.latency;

import io.github.sfcrime.benchmarks.workload.CallProducer;
import io.github.sfcrime.benchmarks.workload.Group;
import io.github.sfcrime.schemas.CallForService;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends calls at a constant rate. When it falls behind it does not slow down, and each call's time stays the one that the
 * rate gave it, so that a stall counts for every call that it has delayed.
 */
final class PacedSender {

    private static final double NANOS_PER_SECOND = 1e9;

    private final CallProducer producer;
    private final Ledger ledger;
    private final int partitions;
    private final double rate;

    PacedSender(CallProducer producer, Ledger ledger, int partitions, double rate) {
        this.producer = producer;
        this.ledger = ledger;
        this.partitions = partitions;
        this.rate = rate;
    }

    /** Sends all, the first at {@code start} as {@link System#nanoTime} tells, and waits for the last acknowledgement. */
    void send(Iterator<CallForService> calls, long start) {
        for (long n = 0; calls.hasNext() && !Thread.currentThread().isInterrupted(); n++) {
            CallForService call = calls.next();
            long intended = start + (long) (n * NANOS_PER_SECOND / rate);
            await(intended);
            Group group = new Group(
                    0, call.getOriginalCrimeTypeName(), Objects.requireNonNullElse(call.getDisposition(), ""));
            ledger.sent(group, intended);
            // Calls of one group keep their order only within a partition.
            producer.send(call, Math.floorMod(group.hashCode(), partitions));
        }
        producer.flush();
    }

    private static void await(long time) {
        long left = time - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = time - System.nanoTime();
        }
    }
}
