package io.github.sfcrime.loader.generate;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls as a source tells them whose calls change: each as soon as it is entered, and again with each of its stages. Of a
 * hundred calls five are taken for another type until a unit is dispatched, and five for another priority; of a thousand
 * two are never closed. Of a hundred records one comes ten minutes late, so that a newer one may be before it, and one comes
 * twice. In memory are the calls that are open.
 */
public final class CallUpdates implements Supplier<CallForService> {

    /** What sets its random numbers apart from those of the calls. */
    private static final long OWN = 0x5570_6461_7465L;

    private static final double OTHER_TYPE = 0.05;
    private static final double OTHER_PRIORITY = 0.05;
    private static final double NEVER_CLOSED = 0.002;
    private static final double DELAYED = 0.01;
    private static final double REPEATED = 0.01;
    private static final int DELAY_MINUTES = 10;

    private final Supplier<CallForService> calls;
    private final RandomNumbers random;
    private final WeightedChoice<CallType> types = CallTypes.choice();
    private final WeightedChoice<CallPriority> priorities = CallPriority.choice();
    private final PriorityQueue<Update> waiting =
            new PriorityQueue<>(Comparator.comparing(Update::at).thenComparing(Update::number));

    private LocalDateTime clock = LocalDateTime.MIN;
    private long number;

    private record Update(LocalDateTime at, long number, CallForService call) {}

    /**
     * Updates of calls.
     *
     * @param seed that of the calls
     * @param calls with their stages, in the order of their arrival
     */
    public CallUpdates(long seed, Supplier<CallForService> calls) {
        this.calls = calls;
        random = new RandomNumbers(seed ^ OWN);
    }

    @Override
    public CallForService get() {
        while (waiting.isEmpty() || waiting.peek().at.isAfter(clock)) {
            CallForService call = calls.get();
            clock = call.getCallDateTime().isAfter(clock) ? call.getCallDateTime() : clock;
            addUpdates(call);
        }
        return waiting.remove().call;
    }

    private void addUpdates(CallForService closed) {
        CallForService call = CallForService.newBuilder(closed).build();
        String type = random.next() < OTHER_TYPE ? types.at(random.next()).name() : closed.getOriginalCrimeTypeName();
        String priority =
                random.next() < OTHER_PRIORITY ? priorities.at(random.next()).name() : closed.getPriority();
        boolean closes = random.next() >= NEVER_CLOSED;
        call.setDisposition(null);
        call.setOriginalCrimeTypeName(type);
        call.setPriority(priority);
        call.setDispatchDateTime(null);
        call.setEnrouteDateTime(null);
        call.setOnsceneDateTime(null);
        call.setCloseDateTime(null);
        LocalDateTime at = update(call, call.getCallDateTime(), call.getEntryDateTime());
        if (closed.getDispatchDateTime() != null) {
            call.setOriginalCrimeTypeName(closed.getOriginalCrimeTypeName());
            call.setPriority(closed.getPriority());
            call.setDispatchDateTime(closed.getDispatchDateTime());
            at = update(call, at, call.getDispatchDateTime());
            call.setEnrouteDateTime(closed.getEnrouteDateTime());
            at = update(call, at, call.getEnrouteDateTime());
        }
        if (closed.getOnsceneDateTime() != null) {
            call.setOnsceneDateTime(closed.getOnsceneDateTime());
            at = update(call, at, call.getOnsceneDateTime());
        }
        if (closes) {
            call.setOriginalCrimeTypeName(closed.getOriginalCrimeTypeName());
            call.setPriority(closed.getPriority());
            call.setDisposition(closed.getDisposition());
            call.setCloseDateTime(closed.getCloseDateTime());
            update(call, at, call.getCloseDateTime());
        }
    }

    /** Adds the call as it is, at the time of its stage, but not before its last update; returns when that is. */
    private LocalDateTime update(CallForService call, LocalDateTime last, @Nullable LocalDateTime stage) {
        LocalDateTime at = Objects.requireNonNull(stage).isAfter(last) ? stage : last.plusSeconds(1);
        CallForService record = CallForService.newBuilder(call).build();
        record.setLastUpdateDateTime(at);
        LocalDateTime told = random.next() < DELAYED ? at.plusMinutes(DELAY_MINUTES) : at;
        waiting.add(new Update(told, number++, record));
        if (random.next() < REPEATED) {
            waiting.add(new Update(told.plusMinutes(1), number++, record));
        }
        return at;
    }
}
