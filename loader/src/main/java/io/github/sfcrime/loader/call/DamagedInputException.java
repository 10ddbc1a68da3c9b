package io.github.sfcrime.loader.call;

import java.io.IOException;

/** An input that is cut short or damaged; the message says where, and how many records stand before that place. */
public final class DamagedInputException extends IOException {

    /** @param message says all of it */
    public DamagedInputException(String message, Throwable cause) {
        super(message, cause);
    }

    public DamagedInputException(Position position, String what, Throwable cause) {
        super(
                position + ": " + what + "; the " + (position.record() - 1)
                        + " records before it were read, get a whole copy of the file for the rest",
                cause);
    }
}
