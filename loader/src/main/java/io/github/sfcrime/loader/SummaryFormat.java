package io.github.sfcrime.loader;

/** The format of a command's summary. */
enum SummaryFormat {
    TEXT,
    JSON
}
