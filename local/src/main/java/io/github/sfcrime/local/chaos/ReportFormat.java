package io.github.sfcrime.local.chaos;

/** How a report is printed. */
enum ReportFormat {
    text,
    json
}
