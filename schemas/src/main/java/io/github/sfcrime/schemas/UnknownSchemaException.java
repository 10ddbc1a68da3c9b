package io.github.sfcrime.schemas;

/** A record written with a schema that this build does not carry, as a newer program would write it. */
public final class UnknownSchemaException extends MalformedRecordException {

    UnknownSchemaException(long fingerprint) {
        super("schema fingerprint %016x is unknown to this build, a newer program may have written it: upgrade this one"
                .formatted(fingerprint));
    }
}
