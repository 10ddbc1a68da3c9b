package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;

/** What is named holds no calls, as a note beside the files of a folder does. */
final class NoInputException extends UserErrorException {

    private final String reason;

    NoInputException(String source, String reason) {
        super("cannot load " + source + ": " + reason);
        this.reason = reason;
    }

    /** Why it is no input, without its name. */
    String reason() {
        return reason;
    }
}
