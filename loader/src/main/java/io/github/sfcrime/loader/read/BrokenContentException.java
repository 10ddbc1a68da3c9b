package io.github.sfcrime.loader.read;

import java.io.IOException;

/** What an input holds cannot be made out any further; the message says why and what to do about it. */
final class BrokenContentException extends IOException {

    BrokenContentException(String message) {
        super(message);
    }

    BrokenContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
