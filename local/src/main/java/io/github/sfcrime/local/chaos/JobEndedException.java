package io.github.sfcrime.local.chaos;

/** The job has ended by itself; the message is its reason. */
final class JobEndedException extends RuntimeException {

    JobEndedException(String reason) {
        super(reason);
    }
}
