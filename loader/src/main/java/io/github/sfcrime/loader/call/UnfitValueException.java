package io.github.sfcrime.loader.call;

import org.jspecify.annotations.Nullable;

/** A value that is not valid in a call; the message is the reason. */
public final class UnfitValueException extends Exception {

    private final @Nullable String field;
    private final @Nullable String value;

    /**
     * @param field key of the field, null where the record as a whole is the matter
     * @param value as the source has it, null where it has none
     */
    public UnfitValueException(@Nullable String field, @Nullable String value, String reason) {
        // Thrown for each bad record, and caught nearby: a stack trace would only take time.
        super(reason, null, false, false);
        this.field = field;
        this.value = value;
    }

    @Nullable
    public String field() {
        return field;
    }

    @Nullable
    public String value() {
        return value;
    }
}
