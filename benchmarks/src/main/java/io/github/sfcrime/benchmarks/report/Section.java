package io.github.sfcrime.benchmarks.report;

/** A part of the report, which is left out where there are no runs for it. */
interface Section {

    void write(Results results, Page page, Plots plots, Figures figures);
}
