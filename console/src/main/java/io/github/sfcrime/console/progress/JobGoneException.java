package io.github.sfcrime.console.progress;

import java.io.IOException;

/** Says that a job can no longer be reported on: it has ended, or Flink does not know it. */
public final class JobGoneException extends IOException {

    JobGoneException(String message) {
        super(message);
    }
}
