package io.github.sfcrime.job.results;

/** The join of counts with the radio codes. */
public enum Join {
    /** A count without a radio code is a row without a description. */
    LEFT,
    /** A count without a radio code is dropped. */
    INNER
}
