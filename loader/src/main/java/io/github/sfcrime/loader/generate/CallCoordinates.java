package io.github.sfcrime.loader.generate;

import io.github.sfcrime.schemas.CallForService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Gives calls the coordinates of an intersection in their neighbourhood. Intersections are the points of a grid, a city block
 * apart; neighbourhoods are as round as {@code neighborhoods.tsv} says.
 */
final class CallCoordinates {

    private static final String NEIGHBORHOODS = "neighborhoods.tsv";

    /** What sets its random numbers apart from those of the calls. */
    private static final long OWN = 0x506c_6163_6573L;

    private static final double METRES_PER_DEGREE = 111_195;
    /** The cosine of the latitude: a degree of longitude is shorter. */
    private static final double NARROWER = 0.79;

    private static final double PER_DEGREE_NORTH = 1000;
    private static final double PER_DEGREE_EAST = 800;

    private final Map<String, Neighborhood> neighborhoods = new HashMap<>();
    private final RandomNumbers random;

    private record Neighborhood(double latitude, double longitude, double metres) {}

    /** @param seed that of the calls */
    CallCoordinates(long seed) {
        random = new RandomNumbers(seed ^ OWN);
        for (String line : ResourceLines.of(NEIGHBORHOODS)) {
            List<String> columns = List.of(line.split("\t", -1));
            neighborhoods.put(
                    columns.get(0),
                    new Neighborhood(
                            Double.parseDouble(columns.get(1)),
                            Double.parseDouble(columns.get(2)),
                            Double.parseDouble(columns.get(3))));
        }
    }

    /** Sets the coordinates of a call that has a neighbourhood. */
    void addTo(CallForService call) {
        Neighborhood there = Objects.requireNonNull(neighborhoods.get(call.getAnalysisNeighborhood()));
        double degrees = there.metres / METRES_PER_DEGREE * StrictMath.sqrt(random.next());
        double direction = 2 * StrictMath.PI * random.next();
        double latitude = there.latitude + degrees * StrictMath.sin(direction);
        double longitude = there.longitude + degrees / NARROWER * StrictMath.cos(direction);
        call.setLatitude(Math.round(latitude * PER_DEGREE_NORTH) / PER_DEGREE_NORTH);
        call.setLongitude(Math.round(longitude * PER_DEGREE_EAST) / PER_DEGREE_EAST);
    }
}
