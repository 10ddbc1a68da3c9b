package io.github.sfcrime.local;

import org.jspecify.annotations.Nullable;

/** The outside world did not do what the local stack needs; the message is one line that a user can act on. */
public final class StackFailure extends RuntimeException {

    StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
