package io.github.sfcrime.loader.generate;

import io.github.sfcrime.schemas.CallForService;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Makes bursts among calls: once in 41 hours, for three hours, a share of all calls is of one type in one district. What it
 * changes in a call is its type, district, neighbourhood and coordinates. Which bursts there are follows from the seed.
 */
public final class CallBursts {

    /** What sets its random numbers apart from those of the calls. */
    private static final long OWN = 0x4275_7273_7473L;

    private static final long HOURS_BETWEEN = 41;
    private static final long HOURS = 3;
    private static final double SMALLEST_SHARE = 0.05;
    private static final double LARGEST_SHARE = 0.2;

    private final long seed;
    private final LocalDateTime start;
    private final RandomNumbers random;
    private final WeightedChoice<CallType> types = CallTypes.choice();
    private final WeightedChoice<CallDistricts.District> districts = CallDistricts.choice();
    private final CallCoordinates coordinates;

    private long number = -1;
    private CallType type;
    private CallDistricts.District district;
    private double share;

    /**
     * Bursts among the calls of a seed.
     *
     * @param seed that of the calls
     * @param start the first comes 41 hours later
     */
    public CallBursts(long seed, LocalDateTime start) {
        this.seed = seed;
        this.start = start;
        random = new RandomNumbers(seed ^ OWN);
        coordinates = new CallCoordinates(seed ^ OWN);
        type = types.at(0);
        district = districts.at(0);
    }

    /** Changes the next call, if there is a burst at its time. */
    public void addTo(CallForService call) {
        double draw = random.next();
        long hours = Duration.between(start, call.getCallDateTime()).toHours();
        if (hours >= HOURS_BETWEEN && hours % HOURS_BETWEEN < HOURS) {
            turnTo(hours / HOURS_BETWEEN);
            if (draw < share) {
                call.setOriginalCrimeTypeName(type.name());
                call.setPoliceDistrict(district.district());
                call.setAnalysisNeighborhood(district.neighborhood());
                coordinates.addTo(call);
            }
        }
    }

    private void turnTo(long burst) {
        if (burst != number) {
            RandomNumbers ofBurst = new RandomNumbers(seed ^ OWN ^ (burst << 32));
            number = burst;
            type = types.at(ofBurst.next());
            district = districts.at(ofBurst.next());
            share = SMALLEST_SHARE + ofBurst.next() * (LARGEST_SHARE - SMALLEST_SHARE);
        }
    }
}
