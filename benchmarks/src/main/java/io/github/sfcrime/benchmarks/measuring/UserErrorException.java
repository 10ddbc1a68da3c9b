package io.github.sfcrime.benchmarks.measuring;

/** The user asked for what is not there or cannot be; the message is one line that says what to do. */
public final class UserErrorException extends RuntimeException {

    public UserErrorException(String message) {
        super(message);
    }

    /** Refuses what is smaller. */
    public static void unlessAtLeast(long least, String option, long value) {
        if (value < least) {
            throw new UserErrorException(option + " must be at least " + least + ": " + value);
        }
    }
}
