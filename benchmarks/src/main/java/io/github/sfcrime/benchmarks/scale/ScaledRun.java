package io.github.sfcrime.benchmarks.scale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.sfcrime.benchmarks.compare.RunResult;

/**
 * The job at one value of what grows.
 *
 * @param dimension what grows
 * @param value how far
 * @param stateBackend where the job keeps its state
 * @param workload which calls were counted
 * @param brokerCpuSecondsPerMillion CPU seconds of the broker for a million calls, over the whole run
 * @param run what it came to
 */
record ScaledRun(
        String dimension,
        String value,
        String stateBackend,
        String workload,
        double brokerCpuSecondsPerMillion,
        @JsonUnwrapped RunResult run) {}
