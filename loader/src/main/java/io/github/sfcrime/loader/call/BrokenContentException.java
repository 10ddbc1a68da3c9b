package io.github.sfcrime.loader.call;

import java.io.IOException;

/** What an input holds cannot be made out any further; the message says why and what to do about it. */
public final class BrokenContentException extends IOException {

    public BrokenContentException(String message) {
        super(message);
    }

    public BrokenContentException(String message, Throwable cause) {
        super(message, cause);
    }
}
