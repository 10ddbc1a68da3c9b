package io.github.sfcrime.benchmarks.compare;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the job has become slower than it was at a commit. The fastest runs decide: what else a machine does can only slow
 * a run down, so that they are the ones least disturbed (Chen and Revels, Robust benchmarking in noisy environments, 2016).
 *
 * @param passed whether it has not
 * @param line what is printed about it
 */
record Verdict(boolean passed, String line) {

    /** On one workload, where today's rate has to be at least that share of the earlier one. */
    static Verdict of(String workload, ContenderResult today, ContenderResult earlier, double atLeast) {
        for (ContenderResult result : List.of(today, earlier)) {
            if (result.hasWrongRows()) {
                return new Verdict(
                        false,
                        workload + ": FAILED: the rows of " + result.name() + " are not the oracle's: "
                                + String.join("; ", result.differences()));
            }
        }
        double rate = ratio(today.maxRecordsPerSecond(), earlier.maxRecordsPerSecond());
        double median = ratio(today.medianRecordsPerSecond(), earlier.medianRecordsPerSecond());
        double cpu = ratio(today.cpuSecondsPerMillion(), earlier.cpuSecondsPerMillion());
        boolean passed = rate >= atLeast;
        return new Verdict(
                passed,
                String.format(
                        Locale.ROOT,
                        "%s: %s: %.2f of the rate of %s in the fastest run (%,d records/s to %,d); the limit is %.2f; in"
                                + " the median %.2f of its rate (%,d to %,d) and %.2f of its CPU time per call",
                        workload,
                        passed ? "passed" : "FAILED",
                        rate,
                        earlier.name(),
                        today.maxRecordsPerSecond(),
                        earlier.maxRecordsPerSecond(),
                        atLeast,
                        median,
                        today.medianRecordsPerSecond(),
                        earlier.medianRecordsPerSecond(),
                        cpu));
    }

    private static double ratio(@Nullable Number today, @Nullable Number earlier) {
        return Objects.requireNonNull(today).doubleValue()
                / Objects.requireNonNull(earlier).doubleValue();
    }
}
