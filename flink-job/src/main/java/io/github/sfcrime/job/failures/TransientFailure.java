package io.github.sfcrime.job.failures;

import org.jspecify.annotations.Nullable;

/** A failure that may not recur, such as a server that is away. Its message is one line that says what to do. */
public final class TransientFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure with that line and its cause. */
    public TransientFailure(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
