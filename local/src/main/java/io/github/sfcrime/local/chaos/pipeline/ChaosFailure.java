package io.github.sfcrime.local.chaos.pipeline;

import io.github.sfcrime.cli.Failure;
import org.jspecify.annotations.Nullable;

/** Something that a run of faults needs did not come about; the message is one line. */
public final class ChaosFailure extends Failure {

    public ChaosFailure(String message) {
        super(message);
    }

    public ChaosFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
