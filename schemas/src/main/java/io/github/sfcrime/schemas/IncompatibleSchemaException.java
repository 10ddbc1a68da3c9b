package io.github.sfcrime.schemas;

import java.io.IOException;

/** A {@link SchemaRegistry} refused a schema, because it does not go with what is registered under the subject. */
public final class IncompatibleSchemaException extends IOException {

    IncompatibleSchemaException(String message) {
        super(message);
    }
}
