package io.github.sfcrime.benchmarks.scale;

import io.github.sfcrime.benchmarks.workload.Windows;
import io.github.sfcrime.benchmarks.workload.Workload;
import java.util.List;
import java.util.Locale;

/** What grows. */
enum Dimension {
    RECORDS("2000000", "10000000", "50000000"),
    TYPES("10", "100", "1000", "10000", "100000"),
    PARALLELISM("1", "2"),
    WINDOWS("PT1H", "P7D/PT10M", "P1D+PT10M"),
    MEMORY("PT1H", "P1D", "P7D");

    private final String usualValues;

    Dimension(String... usualValues) {
        this.usualValues = String.join(",", usualValues);
    }

    /** What it is measured at where nobody says. */
    List<String> usualValues() {
        return List.of(usualValues.split(",", -1));
    }

    /**
     * The workload at one value, with that many calls around what is measured; memory grows with the length of the windows
     * and so with nothing of the workload.
     */
    Workload workload(Workload workload, String value, long recordsAround) {
        long all = recordsAround + (this == RECORDS ? Long.parseLong(value) : workload.records());
        return switch (this) {
            case RECORDS, PARALLELISM -> workload.withRecords(all);
            case TYPES -> workload.withRecords(all).withTypes(Integer.parseInt(value));
            case WINDOWS -> workload.withRecords(all).withWindows(Windows.named(value));
            case MEMORY -> workload;
        };
    }

    int parallelism(String value) {
        return this == PARALLELISM ? Integer.parseInt(value) : 1;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
