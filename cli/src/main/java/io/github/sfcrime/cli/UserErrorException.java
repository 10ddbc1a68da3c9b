package io.github.sfcrime.cli;

/** A mistake of the user; the message says what was attempted, what is wrong and what to do about it, on one line. */
public class UserErrorException extends RuntimeException {

    public UserErrorException(String message) {
        super(message);
    }

    public UserErrorException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Fails if {@code value} is less than {@code least}. */
    public static void unlessAtLeast(long least, String option, long value) {
        if (value < least) {
            throw new UserErrorException(option + " must be at least " + least + ": " + value);
        }
    }
}
