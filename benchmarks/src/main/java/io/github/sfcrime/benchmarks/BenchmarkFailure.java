package io.github.sfcrime.benchmarks;

import org.jspecify.annotations.Nullable;

/** The outside world did not do what a benchmark needs; the message is one line that a user can act on. */
final class BenchmarkFailure extends RuntimeException {

    BenchmarkFailure(String message) {
        super(message);
    }

    BenchmarkFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
