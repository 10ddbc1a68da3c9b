package io.github.sfcrime.local;

/** The job does not accept the settings that it was given. */
final class JobRefusedException extends Exception {

    JobRefusedException(String message) {
        super(message);
    }
}
