package io.github.sfcrime.local.demo;

/** The job rejects its settings. */
final class JobRefusedException extends Exception {

    JobRefusedException(String message) {
        super(message);
    }
}
