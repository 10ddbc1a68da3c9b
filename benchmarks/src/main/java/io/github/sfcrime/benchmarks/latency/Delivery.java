package io.github.sfcrime.benchmarks.latency;

import java.util.Locale;

/** How a job delivers its results, named as the job's setting names it. */
enum Delivery {
    AT_LEAST_ONCE,
    EXACTLY_ONCE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
