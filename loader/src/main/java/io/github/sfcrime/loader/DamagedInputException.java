package io.github.sfcrime.loader;

import java.io.IOException;

/** An input that is cut short or damaged; the message says where, and how many records stand before that place. */
final class DamagedInputException extends IOException {

    DamagedInputException(Position position, String what, Throwable cause) {
        super(
                position + ": " + what + "; the " + (position.record() - 1)
                        + " records before it were read, get a whole copy of the file for the rest",
                cause);
    }
}
