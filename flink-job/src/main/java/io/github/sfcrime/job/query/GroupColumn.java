package io.github.sfcrime.job.query;

/** A column of result rows that says what was counted. */
public enum GroupColumn {
    /** No column: the text is empty. */
    NONE,
    /** The type of the call. */
    ORIGINAL_CRIME_TYPE_NAME,
    /** The disposition of the call, a radio code; the row has its {@link #DESCRIPTION} too. */
    DISPOSITION,
    /** The description of a disposition. */
    DESCRIPTION,
    /** The field of the calls that has the place. */
    PLACE_KIND,
    /** The place. */
    PLACE,

    /** The priority and the police district, in columns of their own. */
    PRIORITY_AND_DISTRICT,

    /** The police district of the call. */
    DISTRICT,

    /** The stage that times end with; the row has what is known of them too. */
    LEG
}
