package io.github.sfcrime.loader.call;

import io.github.sfcrime.cli.UserErrorException;

/** What is named holds no calls, as a note beside the files of a folder does. */
public final class NoInputException extends UserErrorException {

    private final String reason;

    public NoInputException(String source, String reason) {
        super("cannot load " + source + ": " + reason);
        this.reason = reason;
    }

    /** Why it is no input, without its name. */
    public String reason() {
        return reason;
    }
}
