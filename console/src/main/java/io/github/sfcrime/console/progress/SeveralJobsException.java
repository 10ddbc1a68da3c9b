package io.github.sfcrime.console.progress;

import java.io.IOException;

/** Several jobs are running, so that one has to be named. */
public final class SeveralJobsException extends IOException {

    SeveralJobsException(String jobs) {
        super("several jobs are running, name one with --job: " + jobs);
    }
}
