package io.github.sfcrime.cli;

import org.jspecify.annotations.Nullable;

/** The outside world did not do what a command needs; the message is one line that a user can act on. */
public abstract class Failure extends RuntimeException {

    protected Failure(String message) {
        super(message);
    }

    protected Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
