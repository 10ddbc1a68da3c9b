package io.github.sfcrime.job.calls;

import java.io.Serializable;

/**
 * What is read of a call beside its time, type and disposition.
 *
 * @param crimeId whether its number is
 * @param places whether the fields that say where it was are
 * @param stages whether its priority, its district and the times of its {@link Leg}s are
 */
public record NeededFields(boolean crimeId, boolean places, boolean stages) implements Serializable {

    /** The name of the field that is a place and goes with stages, too. */
    public static final String DISTRICT = "police_district";

    /** Without stages. */
    public NeededFields(boolean crimeId, boolean places) {
        this(crimeId, places, false);
    }

    /** Whether the record's field of that name is read. */
    public boolean contains(String field) {
        return switch (field) {
            case "call_date_time", "original_crime_type_name", "disposition" -> true;
            case "crime_id" -> crimeId;
            case "priority" -> stages;
            case DISTRICT -> stages || places;
            default ->
                (places && Places.FIELDS.contains(field))
                        || (stages && Leg.to(field).isPresent());
        };
    }
}
