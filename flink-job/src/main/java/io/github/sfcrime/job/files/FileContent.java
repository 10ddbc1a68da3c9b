package io.github.sfcrime.job.files;

/** What there are files of. */
public enum FileContent {
    /** The rows of each query. */
    ROWS,
    /** The calls that were read. */
    CALLS
}
