package io.github.sfcrime.job.calls;

import java.util.List;

/** Which fields of a call say where it was. */
public final class Places {

    /** Their names, in the order that {@link CallRecord#places} has them. */
    public static final List<String> FIELDS =
            List.of("address", "city", "address_type", "common_location", "analysis_neighborhood", "police_district");

    private Places() {}
}
