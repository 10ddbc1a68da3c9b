package io.github.sfcrime.local.process;

import io.github.sfcrime.cli.Failure;
import org.jspecify.annotations.Nullable;

/** The local stack could not be started or used; the message is one line that says what to do. */
public final class StackFailure extends Failure {

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
