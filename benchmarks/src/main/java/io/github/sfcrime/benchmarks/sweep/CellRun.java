package io.github.sfcrime.benchmarks.sweep;

import io.github.sfcrime.benchmarks.measuring.Sample;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one visit came to.
 *
 * @param grid which grid
 * @param exploratory whether its windows are too short for figures that are quoted
 * @param workload which calls were counted
 * @param settings the cell
 * @param repetition which of its runs, from 1
 * @param failure why there are no figures, null where there are
 * @param recordsPerSecond sustained rate
 * @param cpuSecondsPerMillion CPU seconds of the cluster's processes for a million calls, at that rate
 * @param processingDelay how long it took through the job meanwhile, null where there was no telling
 * @param warmUpSeconds how much was cut
 * @param steadySeconds how long the rate was measured
 * @param samples all that was seen
 */
record CellRun(
        String grid,
        boolean exploratory,
        String workload,
        Map<String, String> settings,
        int repetition,
        @Nullable String failure,
        double recordsPerSecond,
        double cpuSecondsPerMillion,
        @Nullable ProcessingDelay processingDelay,
        double warmUpSeconds,
        double steadySeconds,
        List<Sample> samples) {

    static CellRun failed(Grid grid, Visit visit, String failure) {
        return new CellRun(
                grid.name(),
                grid.exploratory(),
                grid.workload(),
                visit.cell().settings(),
                visit.repetition(),
                failure,
                0,
                0,
                null,
                0,
                0,
                List.of());
    }
}
