package io.github.sfcrime.loader.call;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on the map, in degrees of WGS 84.
 *
 * @param longitude from -180 to 180
 * @param latitude from -90 to 90
 */
record Coordinates(double longitude, double latitude) {

    private static final Pattern POINT = Pattern.compile("POINT\\s*\\(\\s*(\\S+)\\s+(\\S+)\\s*\\)");
    private static final double MOST_LONGITUDE = 180;
    private static final double MOST_LATITUDE = 90;

    /** A place as the portal's CSV has it: {@code POINT (-122.4194 37.7749)}. */
    static Coordinates ofPoint(String text) {
        Matcher point = POINT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!point.matches()) {
            throw new NumberFormatException("is not a point such as POINT (-122.4194 37.7749)");
        }
        return new Coordinates(longitude(point.group(1)), latitude(point.group(2)));
    }

    static double longitude(String text) {
        return within(MOST_LONGITUDE, text, "a longitude from -180 to 180 degrees");
    }

    static double latitude(String text) {
        return within(MOST_LATITUDE, text, "a latitude from -90 to 90 degrees");
    }

    private static double within(double most, String text, String what) {
        double degrees;
        try {
            degrees = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            degrees = Double.NaN;
        }
        if (!(Math.abs(degrees) <= most)) {
            throw new NumberFormatException("is not " + what);
        }
        return degrees;
    }
}
