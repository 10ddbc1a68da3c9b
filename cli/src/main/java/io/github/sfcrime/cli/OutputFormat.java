package io.github.sfcrime.cli;

/** How results are printed, under the names that the command line has for it. */
public enum OutputFormat {
    /** An object per line. */
    json,
    /** A heading, then a line per row. */
    csv,
    /** For people. */
    table
}
