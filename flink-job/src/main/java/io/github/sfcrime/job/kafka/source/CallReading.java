package io.github.sfcrime.job.kafka.source;

import io.github.sfcrime.job.calls.NeededFields;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls are read.
 *
 * @param needed what is read of them
 * @param futureBound how far ahead of its record's append time a call may be dated; null for no limit
 */
public record CallReading(NeededFields needed, @Nullable Duration futureBound) implements Serializable {}
