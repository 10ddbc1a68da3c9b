package io.github.sfcrime.benchmarks.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sfcrime.benchmarks.contender.Contender;
import io.github.sfcrime.benchmarks.contender.Task;
import io.github.sfcrime.benchmarks.measuring.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a contender came to.
 *
 * @param contender who
 * @param repetition which of its runs, from 1
 * @param parallelism threads or slots
 * @param records how many calls the workload has
 * @param resultsOut how many rows it wrote, replaced ones included
 * @param differences where its rows are not the oracle's
 * @param recordsPerSecond sustained rate
 * @param cpuSecondsPerMillion CPU seconds of its processes for a million calls, at that rate
 * @param warmUpSeconds how much was cut before
 * @param steadySeconds how long that rate was measured
 * @param wholeSeconds from the word to start to the last row, start of its processes included
 * @param samples all that was seen
 */
public record RunResult(
        String contender,
        int repetition,
        int parallelism,
        long records,
        long resultsOut,
        List<String> differences,
        double recordsPerSecond,
        double cpuSecondsPerMillion,
        double warmUpSeconds,
        double steadySeconds,
        double wholeSeconds,
        List<Sample> samples) {

    /** A run that came to no end, for a reason that stands in place of differences. */
    static RunResult failed(Contender contender, Task task, int repetition, String reason) {
        return new RunResult(
                contender.name(),
                repetition,
                task.parallelism(),
                task.records(),
                0,
                List.of("failed: " + reason),
                0,
                0,
                0,
                0,
                0,
                List.of());
    }

    /** Null where there are no rows to compare. */
    @JsonProperty("rowsEqualOracle")
    @Nullable
    public Boolean rowsEqualOracle() {
        return resultsOut < 0 ? null : differences.isEmpty();
    }
}
