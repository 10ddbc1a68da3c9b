package io.github.sfcrime.cli.output;

/** How results are printed. */
public enum OutputFormat {
    /** JSON lines. */
    json,
    /** A heading, then a line per row. */
    csv,
    /** For people. */
    table
}
