package io.github.sfcrime.cli.flink;

import io.github.sfcrime.cli.Failure;
import org.jspecify.annotations.Nullable;

/** Flink does not answer, or answers with an error. */
public class FlinkFailure extends Failure {

    FlinkFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
