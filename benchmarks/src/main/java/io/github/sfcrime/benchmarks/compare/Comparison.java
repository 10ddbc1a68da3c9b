package io.github.sfcrime.benchmarks.compare;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.sfcrime.benchmarks.measuring.Surroundings;
import io.github.sfcrime.benchmarks.workload.Workload;
import java.util.List;

/**
 * Contenders side by side, as it is printed.
 *
 * @param surroundings when, where and of what
 * @param workload what was read
 * @param parallelism threads or slots of each
 * @param warmUp what was cut at most
 * @param contenders what each came to
 */
record Comparison(
        @JsonUnwrapped Surroundings surroundings,
        Workload workload,
        int parallelism,
        String warmUp,
        List<ContenderResult> contenders) {}
