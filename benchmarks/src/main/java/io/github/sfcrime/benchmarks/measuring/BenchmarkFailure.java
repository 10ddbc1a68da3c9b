package io.github.sfcrime.benchmarks.measuring;

import io.github.sfcrime.cli.Failure;
import org.jspecify.annotations.Nullable;

/** A benchmark could not be run; the message is one line that says what to do. */
public final class BenchmarkFailure extends Failure {

    public BenchmarkFailure(String message) {
        super(message);
    }

    public BenchmarkFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
