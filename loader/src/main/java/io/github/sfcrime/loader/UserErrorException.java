package io.github.sfcrime.loader;

/** A mistake of the user; the message says what was attempted, what is wrong and what to do about it, on one line. */
final class UserErrorException extends RuntimeException {

    UserErrorException(String message) {
        super(message);
    }
}
