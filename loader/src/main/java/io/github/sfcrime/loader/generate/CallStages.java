package io.github.sfcrime.loader.generate;

import io.github.sfcrime.schemas.CallForService;
import java.time.LocalDateTime;

/**
 * Gives calls what only the newer data sets have: priority, district, neighbourhood, coordinates, and the times of their stages. Of a
 * hundred calls twelve are cancelled before a unit is dispatched, five more on the way, and of a thousand two have a time
 * that is a slip of the pen: an arrival before the call, or a close a month later. It draws from random numbers of its own,
 * so that a seed's calls are the same but for these fields.
 */
public final class CallStages {

    /** What sets its random numbers apart from those of the calls. */
    private static final long OWN = 0x5374_6167_6573L;

    private static final double CANCELLED = 0.12;
    private static final double TURNED_BACK = 0.17;
    private static final double ARRIVED_BEFORE = 0.001;
    private static final double CLOSED_LATE = 0.002;

    private final RandomNumbers random;
    private final WeightedChoice<CallPriority> priorities = CallPriority.choice();
    private final WeightedChoice<CallDistricts.District> districts = CallDistricts.choice();
    private final CallCoordinates coordinates;

    /** @param seed that of the calls */
    public CallStages(long seed) {
        random = new RandomNumbers(seed ^ OWN);
        coordinates = new CallCoordinates(seed);
    }

    /** Sets these fields of the next call. */
    public void addTo(CallForService call) {
        CallPriority priority = priorities.at(random.next());
        CallDistricts.District district = districts.at(random.next());
        call.setPriority(priority.name());
        call.setPoliceDistrict(district.district());
        call.setAnalysisNeighborhood(district.neighborhood());
        coordinates.addTo(call);
        addTimes(call, priority, random.next(), random.next());
    }

    private void addTimes(CallForService call, CallPriority priority, double fate, double slip) {
        LocalDateTime received = call.getCallDateTime();
        LocalDateTime at = received.plusSeconds(priority.intake().seconds(normal()));
        call.setEntryDateTime(at);
        if (fate >= CANCELLED) {
            at = at.plusSeconds(priority.queue().seconds(normal()));
            call.setDispatchDateTime(at);
            at = at.plusSeconds(priority.turnout().seconds(normal()));
            call.setEnrouteDateTime(at);
        }
        if (fate >= TURNED_BACK) {
            at = at.plusSeconds(priority.travel().seconds(normal()));
            call.setOnsceneDateTime(slip < ARRIVED_BEFORE ? received.minusMinutes(5) : at);
        }
        at = at.plusSeconds(priority.work().seconds(normal()));
        call.setCloseDateTime(slip >= ARRIVED_BEFORE && slip < CLOSED_LATE ? at.plusDays(30) : at);
    }

    /** A value of the standard normal distribution (Box and Muller, 1958). */
    private double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(1 - random.next()))
                * StrictMath.cos(2 * StrictMath.PI * random.next());
    }
}
