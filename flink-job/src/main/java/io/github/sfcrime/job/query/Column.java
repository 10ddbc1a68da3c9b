package io.github.sfcrime.job.query;

/** A column of result rows that says what was counted. */
public enum Column {
    /** None: the text is empty. */
    NONE,
    /** The type of the call. */
    ORIGINAL_CRIME_TYPE_NAME,
    /** How the call ended, as a radio code; the row says in {@link #DESCRIPTION} too what it means. */
    DISPOSITION,
    /** What a disposition means. */
    DESCRIPTION,
    /** Field of the calls that names the place. */
    PLACE_KIND,
    /** The place. */
    PLACE
}
