package io.github.sfcrime.benchmarks.compare;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all runs of a contender came to; without a rate where rows differ from the oracle's.
 *
 * @param name who
 * @param rowsEqualOracle whether the rows of all its runs are the oracle's; null where it counts nothing
 * @param differences where they are not
 * @param records how many calls it read
 * @param minRecordsPerSecond least sustained rate
 * @param medianRecordsPerSecond median
 * @param maxRecordsPerSecond greatest
 * @param cpuSecondsPerMillion median of the CPU seconds for a million calls
 * @param wholeRunRecordsPerSecond median rate with start-up and last rows
 * @param steadySeconds shortest time that a rate was measured over
 * @param resultsOut rows of the last run; null where it counts nothing
 * @param runs how many runs
 */
record ContenderResult(
        String name,
        @Nullable Boolean rowsEqualOracle,
        List<String> differences,
        long records,
        @Nullable Long minRecordsPerSecond,
        @Nullable Long medianRecordsPerSecond,
        @Nullable Long maxRecordsPerSecond,
        @Nullable Double cpuSecondsPerMillion,
        @Nullable Long wholeRunRecordsPerSecond,
        double steadySeconds,
        @Nullable Long resultsOut,
        int runs) {

    /** Sums runs of one contender up. */
    static ContenderResult of(List<RunResult> runs) {
        RunResult last = runs.get(runs.size() - 1);
        List<String> differences = runs.stream()
                .flatMap(run -> run.differences().stream())
                .distinct()
                .toList();
        boolean counts = differences.isEmpty();
        double[] rates = sorted(runs, RunResult::recordsPerSecond);
        return new ContenderResult(
                last.contender(),
                last.rowsEqualOracle() == null ? null : counts,
                differences,
                last.records(),
                counts ? Math.round(rates[0]) : null,
                counts ? Math.round(median(rates)) : null,
                counts ? Math.round(rates[rates.length - 1]) : null,
                counts ? Math.round(median(sorted(runs, RunResult::cpuSecondsPerMillion)) * 1e3) / 1e3 : null,
                counts ? Math.round(median(sorted(runs, run -> run.records() / run.wholeSeconds()))) : null,
                Math.round(sorted(runs, RunResult::steadySeconds)[0] * 10) / 10.0,
                last.resultsOut() < 0 ? null : last.resultsOut(),
                runs.size());
    }

    private static double[] sorted(List<RunResult> runs, java.util.function.ToDoubleFunction<RunResult> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Whether its rows were compared and found different. */
    boolean hasWrongRows() {
        return Objects.equals(rowsEqualOracle, false);
    }
}
