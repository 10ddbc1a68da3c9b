package io.github.sfcrime.schemas;

import java.io.IOException;

/** A {@link SchemaRegistry} does not answer, or not now: it may when it is asked again. */
public final class RegistryAwayException extends IOException {

    RegistryAwayException(String message) {
        super(message);
    }

    RegistryAwayException(String message, IOException cause) {
        super(message, cause);
    }
}
