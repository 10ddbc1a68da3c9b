package io.github.sfcrime.job.results;

/** What becomes of a count whose disposition is not among the radio codes. */
public enum Join {
    /** It is a row without a description. */
    LEFT,
    /** It is not a row. */
    INNER
}
