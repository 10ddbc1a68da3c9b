package io.github.sfcrime.schemas;

/** A record written with a schema that this build does not carry, that a registry does not have, or that is no use. */
public final class UnknownSchemaException extends MalformedRecordException {

    public UnknownSchemaException(String message) {
        super(message);
    }

    UnknownSchemaException(long fingerprint) {
        super("schema fingerprint %016x is unknown to this build, a newer program may have written it: upgrade this one"
                .formatted(fingerprint));
    }
}
