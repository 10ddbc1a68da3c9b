package io.github.sfcrime.benchmarks.measuring;

/** The user asked for what is not there or cannot be; the message is one line that says what to do. */
public final class UserErrorException extends RuntimeException {

    public UserErrorException(String message) {
        super(message);
    }
}
