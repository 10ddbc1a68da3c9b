package io.github.sfcrime.job.results;

import io.github.sfcrime.job.query.Column;
import org.jspecify.annotations.Nullable;

/**
 * A row of any query on its way to the sinks; what the query's row schema does not name is empty. The operator reuses one
 * instance: whoever keeps it copies it.
 */
public class ResultRow {

    /** Inclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowStart;

    /** Exclusive, in milliseconds of San Francisco wall-clock time. */
    public long windowEnd;

    /** Place among the rows of the window, from 1. */
    public int rank;

    public @Nullable String originalCrimeTypeName;
    public @Nullable String disposition;

    /** What the disposition means; null where the radio codes do not say. */
    public @Nullable String description;

    /** Field of the calls that names the place. */
    public @Nullable String placeKind;

    public @Nullable String place;

    public long count;

    /** Gives a column its text. */
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
