package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.local.stack.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline is.
 *
 * @param seed from which the calls follow
 * @param delivery how the job delivers its rows
 * @param rate how many calls are loaded per second
 * @param calls how many may be needed
 * @param folder where its files go
 * @param postgres the database that the job also writes into, for JDBC; null where it does not
 */
public record PipelineSettings(
        long seed,
        Delivery delivery,
        int rate,
        long calls,
        Path folder,
        @Nullable String postgres) {

    /** Subtasks of the job as it is first started. */
    public static final int PARALLELISM = 2;

    /** Partitions of the topic of calls, as it is created. */
    static final int PARTITIONS = 4;

    /** So small that calls are late now and then, in the order of their arrival. */
    static final Duration WATERMARK_BOUND = Duration.ofMinutes(2);

    /** Longer than any fault, so that no partition goes idle, which the oracle does not model. */
    static final Duration IDLENESS = Duration.ofHours(2);
}
