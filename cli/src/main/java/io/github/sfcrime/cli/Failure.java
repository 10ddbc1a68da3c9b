package io.github.sfcrime.cli;

import org.jspecify.annotations.Nullable;

/** Something outside of this program failed; the message is one line that says what to do. */
public abstract class Failure extends RuntimeException {

    protected Failure(String message) {
        super(message);
    }

    protected Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
