package io.github.sfcrime.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The options of the demo.
 *
 * @param input the file of calls to count; where there is none, calls are generated
 * @param records how many calls to generate
 * @param query the query to run
 * @param window the length of the windows
 * @param partitions partitions of the topic of calls
 * @param parallelism parallelism of the job
 */
record DemoSettings(
        Optional<Path> input, long records, DemoQuery query, Duration window, int partitions, int parallelism) {

    /** Above that a demo counts for longer than it starts. */
    private static final long FEW = 1_000_000;

    DemoSettings {
        require(records > 0, "--records must be positive: " + records);
        require(partitions > 0, "--partitions must be positive: " + partitions);
        require(parallelism > 0, "--parallelism must be positive: " + parallelism);
    }

    /** Whether most of the time goes into starting Kafka and Flink. */
    boolean isShort() {
        return input.isEmpty() && records <= FEW;
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
