package io.github.sfcrime.job.results;

import io.github.sfcrime.job.alerts.Alert;
import io.github.sfcrime.job.legs.LegTimes;
import io.github.sfcrime.job.legs.PriorityAndDistrict;
import io.github.sfcrime.job.query.GroupColumn;
import org.jspecify.annotations.Nullable;

/**
 * A result row of any query; fields that the query's schema does not have are empty. The operator reuses one instance:
 * copy it to keep it.
 */
public class ResultRow {

    /** Inclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowEnd;

    /** Rank among the rows of the window, from 1. */
    public int rank;

    public @Nullable String originalCrimeTypeName;
    public @Nullable String disposition;

    /** The description of the disposition; null where it is not among the radio codes. */
    public @Nullable String description;

    /** The field of the calls that has the place. */
    public @Nullable String placeKind;

    public @Nullable String place;

    public @Nullable String priority;
    public @Nullable String district;

    /** The stage that the times end with. */
    public @Nullable String leg;

    /** What is known of the times; null in queries that are not about that. */
    public @Nullable LegTimes times;

    /** When the oldest of the calls came in; null where there is none, and in queries that are not about that. */
    public @Nullable Long oldest;

    /** The episode that the window is of; null in queries that are not about that. */
    public @Nullable Alert alert;

    public long count;

    /** Sets the text of a column. */
    void set(GroupColumn column, @Nullable String text) {
        switch (column) {
            case NONE -> {}
            case ORIGINAL_CRIME_TYPE_NAME -> originalCrimeTypeName = text;
            case DISPOSITION -> disposition = text;
            case DESCRIPTION -> description = text;
            case PLACE_KIND -> placeKind = text;
            case PLACE -> place = text;
            case PRIORITY_AND_DISTRICT -> setPriorityAndDistrict(text);
            case DISTRICT -> district = text;
            case LEG -> leg = text;
        }
    }

    private void setPriorityAndDistrict(@Nullable String text) {
        PriorityAndDistrict both = text == null ? PriorityAndDistrict.of(null, null) : PriorityAndDistrict.in(text);
        priority = both.priority().isEmpty() ? null : both.priority();
        district = both.district().isEmpty() ? null : both.district();
    }
}
