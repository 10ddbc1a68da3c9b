package io.github.sfcrime.local.chaos;

import io.github.sfcrime.local.chaos.fault.FaultKind;
import io.github.sfcrime.local.chaos.pipeline.PipelineSettings;
import io.github.sfcrime.local.stack.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of faults is.
 *
 * @param faults the kinds to choose from
 * @param seed from which the schedule and the calls follow
 * @param rounds how many faults at most
 * @param duration after which no further fault begins
 * @param delivery how the job delivers its rows
 * @param brokers how many there are
 * @param rate how many calls are loaded per second
 * @param postgres whether the job also writes into PostgreSQL
 * @param folder where stack, logs and what else tells of the run go
 */
record ChaosSettings(
        List<FaultKind> faults,
        long seed,
        int rounds,
        Duration duration,
        Delivery delivery,
        int brokers,
        int rate,
        boolean postgres,
        Path folder) {

    static final int TASK_MANAGERS = 3;

    private static final int LONGEST_ROUND_SECONDS = 150;

    ChaosSettings {
        faults = List.copyOf(faults);
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds must be at least 1: " + rounds);
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("--duration must be positive: " + duration);
        }
        if (brokers < 1 || brokers == 2) {
            throw new IllegalArgumentException("--brokers must be 1, or at least 3: " + brokers);
        }
        if (rate < 1) {
            throw new IllegalArgumentException("--rate must be at least 1: " + rate);
        }
    }

    /**
     * Those of the pipeline.
     *
     * @param database of PostgreSQL, null where there is none
     */
    PipelineSettings pipeline(@Nullable String database) {
        return new PipelineSettings(seed, delivery, rate, calls(), folder, database);
    }

    private long calls() {
        long seconds =
                Math.min((long) rounds * LONGEST_ROUND_SECONDS, duration.toSeconds()) + LONGEST_ROUND_SECONDS * 4L;
        return seconds * rate;
    }
}
