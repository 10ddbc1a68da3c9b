package io.github.sfcrime.local.chaos;

import io.github.sfcrime.cli.Failure;
import org.jspecify.annotations.Nullable;

/** Something that a run of faults needs did not come about; the message is one line. */
final class ChaosFailure extends Failure {

    ChaosFailure(String message) {
        super(message);
    }

    ChaosFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
