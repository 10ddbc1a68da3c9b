package io.github.sfcrime.benchmarks.measuring;

/** How a comparison is printed. */
public enum ComparisonFormat {
    JSON,
    TABLE
}
