package io.github.sfcrime.benchmarks.compare;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the job has become slower than it was at a commit.
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
        double rate = ratio(today.medianRecordsPerSecond(), earlier.medianRecordsPerSecond());
        double cpu = ratio(today.cpuSecondsPerMillion(), earlier.cpuSecondsPerMillion());
        boolean passed = rate >= atLeast;
        return new Verdict(
                passed,
                String.format(
                        Locale.ROOT,
                        "%s: %s: %.2f of the rate of %s (%,d records/s to %,d), %.2f of its CPU time per call; the limit"
                                + " is %.2f",
                        workload,
                        passed ? "passed" : "FAILED",
                        rate,
                        earlier.name(),
                        today.medianRecordsPerSecond(),
                        earlier.medianRecordsPerSecond(),
                        cpu,
                        atLeast));
    }

    private static double ratio(@Nullable Number today, @Nullable Number earlier) {
        return Objects.requireNonNull(today).doubleValue()
                / Objects.requireNonNull(earlier).doubleValue();
    }
}
