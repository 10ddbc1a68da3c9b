package io.github.sfcrime.job.calls;

import java.util.List;
import java.util.stream.Stream;

/** The kinds of places that a call has. */
public final class Places {

    /** The fields of a call that name a place. */
    public static final List<String> FIELDS =
            List.of("address", "city", "address_type", "common_location", "analysis_neighborhood", "police_district");

    /** The kind that is made of a call's {@link #LATITUDE} and {@link #LONGITUDE}, see {@link Hexagons}. */
    public static final String HEXAGON = "hexagon";

    /** The name of the field that says how far north it was, in degrees. */
    public static final String LATITUDE = "latitude";

    /** The name of the field that says how far east it was, in degrees. */
    public static final String LONGITUDE = "longitude";

    /** All kinds, in the order that {@link CallRecord#places} has them: the fields, and the hexagon. */
    public static final List<String> KINDS =
            Stream.concat(FIELDS.stream(), Stream.of(HEXAGON)).toList();

    private Places() {}
}
