package io.github.sfcrime.benchmarks.measuring;

import io.github.sfcrime.cli.Failure;
import org.jspecify.annotations.Nullable;

/** The outside world did not do what a benchmark needs; the message is one line that a user can act on. */
public final class BenchmarkFailure extends Failure {

    public BenchmarkFailure(String message) {
        super(message);
    }

    public BenchmarkFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
