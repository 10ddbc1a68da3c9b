package io.github.sfcrime.local;

import io.github.sfcrime.cli.Failure;
import org.jspecify.annotations.Nullable;

/** The outside world did not do what the local stack needs; the message is one line that a user can act on. */
public final class StackFailure extends Failure {

    StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
