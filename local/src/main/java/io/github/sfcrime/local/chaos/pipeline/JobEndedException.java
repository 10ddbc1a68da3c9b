package io.github.sfcrime.local.chaos.pipeline;

/** The job has ended by itself; the message is its reason. */
public final class JobEndedException extends RuntimeException {

    JobEndedException(String reason) {
        super(reason);
    }
}
