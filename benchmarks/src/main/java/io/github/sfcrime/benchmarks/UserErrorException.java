package io.github.sfcrime.benchmarks;

/** The user asked for what is not there or cannot be; the message is one line that says what to do. */
final class UserErrorException extends RuntimeException {

    UserErrorException(String message) {
        super(message);
    }
}
