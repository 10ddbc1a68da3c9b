package io.github.sfcrime.loader.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Places of calls: kinds and cities as frequent as in the city's file, on real streets but with invented numbers. */
final class CallPlaces {

    private static final List<String> STREETS = ResourceLines.of("streets.txt");

    private static final List<String> LANDMARKS = ResourceLines.of("landmarks.txt");

    private static final int BLOCKS = 40;

    private final WeightedChoice<Kind> kinds = new WeightedChoice<>(
            List.of(Kind.PREMISE, Kind.INTERSECTION, Kind.LANDMARK, Kind.OVERRIDE),
            new double[] {102_791, 64_091, 24_446, 8_671});
    private final WeightedChoice<String> cities = cities();
    private final WeightedChoice<Place> premises = new WeightedChoice<>(weightedBlocks(" Block Of ", Kind.PREMISE));
    private final WeightedChoice<Place> overrides = new WeightedChoice<>(weightedBlocks(" Blk ", Kind.OVERRIDE));
    private final WeightedChoice<Place> intersections = new WeightedChoice<>(weightedIntersections());
    private final WeightedChoice<Place> landmarks = new WeightedChoice<>(weightedLandmarks());

    /** A city, cut to 13 characters as the source does; the empty string where it has none. */
    String city(double unit) {
        return cities.at(unit);
    }

    Place place(double kindUnit, double unit) {
        return switch (kinds.at(kindUnit)) {
            case PREMISE -> premises.at(unit);
            case INTERSECTION -> intersections.at(unit);
            case LANDMARK -> landmarks.at(unit);
            case OVERRIDE -> overrides.at(unit);
        };
    }

    private static WeightedChoice<String> cities() {
        return new WeightedChoice<>(
                List.of(
                        "San Francisco",
                        "",
                        "Treasure Isla",
                        "Yerba Buena",
                        "Daly City",
                        "Hunters Point",
                        "Presidio",
                        "Brisbane",
                        "Fort Mason"),
                new double[] {192_768, 4_284, 2_258, 446, 103, 82, 51, 5, 2});
    }

    private static Map<Place, Double> weightedBlocks(String joint, Kind kind) {
        Map<Place, Double> blocks = new LinkedHashMap<>();
        List<String> streets = streets();
        for (int street = 0; street < streets.size(); street++) {
            for (int block = 0; block < BLOCKS; block++) {
                String address = (block == 0 ? "0" : block + "00") + joint + streets.get(street);
                blocks.put(new Place(address, kind.text, ""), 1.0 / ((street + 2.0) * (block % 13 + 1.0)));
            }
        }
        return blocks;
    }

    private static Map<Place, Double> weightedIntersections() {
        Map<Place, Double> crossings = new LinkedHashMap<>();
        List<String> streets = streets();
        for (int one = 0; one < streets.size(); one++) {
            for (int other = one + 1; other < streets.size(); other++) {
                String address = streets.get(one) + "/" + streets.get(other).toLowerCase(Locale.ROOT);
                crossings.put(
                        new Place(address, Kind.INTERSECTION.text, ""), 1.0 / ((one + 2.0) * (other - one + 2.0)));
            }
        }
        return crossings;
    }

    private static Map<Place, Double> weightedLandmarks() {
        Map<Place, Double> landmarks = new LinkedHashMap<>();
        for (int i = 0; i < LANDMARKS.size(); i++) {
            String address = (i + 1) + "00 Block Of " + STREETS.get(i);
            landmarks.put(new Place(address, Kind.LANDMARK.text, LANDMARKS.get(i) + ", Sf"), 1.0 / (i + 2.0));
        }
        return landmarks;
    }

    private static List<String> streets() {
        List<String> streets = new ArrayList<>(STREETS);
        for (int number = 4; number <= 30; number++) {
            streets.add(number + "th St");
        }
        for (int number = 4; number <= 48; number++) {
            streets.add(number + "th Av");
        }
        return streets;
    }

    /**
     * Where a call is.
     *
     * @param type what {@code address} is
     * @param commonLocation the well-known place there, empty where there is none
     */
    record Place(String address, String type, String commonLocation) {}

    private enum Kind {
        PREMISE("Premise Address"),
        INTERSECTION("Intersection"),
        LANDMARK("Common Location"),
        OVERRIDE("Geo-Override");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }
}
