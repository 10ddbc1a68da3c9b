package io.github.sfcrime.benchmarks.scale;

import java.util.List;

/**
 * The heap of one run.
 *
 * @param dimension what grows
 * @param value length of the windows, by which the number of open groups grows
 * @param workload which calls were counted
 * @param records how many there were
 * @param repetition which of its runs, from 1
 * @param samples heap after full collections
 */
record HeapRun(
        String dimension, String value, String workload, long records, int repetition, List<HeapSample> samples) {}
