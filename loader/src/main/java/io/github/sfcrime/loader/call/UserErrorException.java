package io.github.sfcrime.loader.call;

/** A mistake of the user; the message says what was attempted, what is wrong and what to do about it, on one line. */
public final class UserErrorException extends RuntimeException {

    public UserErrorException(String message) {
        super(message);
    }
}
