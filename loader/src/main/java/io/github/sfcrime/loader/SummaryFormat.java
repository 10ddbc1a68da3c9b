package io.github.sfcrime.loader;

/** How a command sums up what it did. */
enum SummaryFormat {
    TEXT,
    JSON
}
