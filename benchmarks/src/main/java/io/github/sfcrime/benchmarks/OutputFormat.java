package io.github.sfcrime.benchmarks;

/** How a comparison is printed. */
enum OutputFormat {
    JSON,
    TABLE
}
