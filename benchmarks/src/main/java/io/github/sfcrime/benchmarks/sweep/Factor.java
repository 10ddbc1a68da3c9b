package io.github.sfcrime.benchmarks.sweep;

import java.util.List;

/**
 * A setting that a sweep varies, or keeps where it has one level.
 *
 * @param name as the grid's file has it: {@code parallelism}, or Flink's, Kafka's or the job's own name behind
 *     {@code cluster.}, {@code flink.}, {@code kafka.} or {@code job.}
 * @param levels its values, in the order of the file
 */
record Factor(String name, List<String> levels) {

    static final String PARALLELISM = "parallelism";

    private static final List<String> KINDS = List.of("cluster.", "flink.", "kafka.", "job.");

    Factor {
        if (levels.isEmpty() || levels.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a setting needs values, separated by commas: " + name);
        }
        levels = List.copyOf(levels);
    }

    /** Whether a key of a grid's file is a setting. */
    static boolean isOne(String key) {
        return key.equals(PARALLELISM) || KINDS.stream().anyMatch(key::startsWith);
    }

    boolean varies() {
        return levels.size() > 1;
    }
}
