package io.github.sfcrime.job.results;

import io.github.sfcrime.job.query.Column;
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

    public long count;

    /** Sets the text of a column. */
    void set(Column column, @Nullable String text) {
        switch (column) {
            case NONE -> {}
            case ORIGINAL_CRIME_TYPE_NAME -> originalCrimeTypeName = text;
            case DISPOSITION -> disposition = text;
            case DESCRIPTION -> description = text;
            case PLACE_KIND -> placeKind = text;
            case PLACE -> place = text;
        }
    }
}
