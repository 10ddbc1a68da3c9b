package io.github.sfcrime.job.calls;

import java.io.Serializable;

/**
 * What is read of a call beside its time, type and disposition.
 *
 * @param crimeId whether its number is
 * @param places whether the fields that say where it was are
 * @param stages whether its priority, its district and the times of its {@link Leg}s are
 * @param lastUpdate whether the time when its source last changed it is
 */
public record NeededFields(boolean crimeId, boolean places, boolean stages, boolean lastUpdate)
        implements Serializable {

    /** All that the job knows to read. */
    public static final NeededFields ALL = new NeededFields(true, true, true, true);

    /** The name of the field that is a place and goes with stages, too. */
    public static final String DISTRICT = "police_district";

    /** The name of the field that says when the source last changed the call. */
    public static final String LAST_UPDATE = "last_update_date_time";

    /** Without stages. */
    public NeededFields(boolean crimeId, boolean places) {
        this(crimeId, places, false);
    }

    /** Without the time of the last update. */
    public NeededFields(boolean crimeId, boolean places, boolean stages) {
        this(crimeId, places, stages, false);
    }

    /** Whether the record's field of that name is read. */
    public boolean contains(String field) {
        return switch (field) {
            case "call_date_time", "original_crime_type_name", "disposition" -> true;
            case "crime_id" -> crimeId;
            case "priority" -> stages;
            case LAST_UPDATE -> lastUpdate;
            case DISTRICT -> stages || places;
            case Places.LATITUDE, Places.LONGITUDE -> places;
            default ->
                (places && Places.FIELDS.contains(field))
                        || (stages && Leg.to(field).isPresent());
        };
    }
}
