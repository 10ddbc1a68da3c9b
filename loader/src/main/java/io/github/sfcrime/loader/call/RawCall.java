package io.github.sfcrime.loader.call;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record as its source spells it: text by field. */
public final class RawCall {

    private final Position position;
    private final Map<CallField, String> values = new EnumMap<>(CallField.class);
    private @Nullable UnfitValueException flaw;
    private @Nullable String original;

    public RawCall(Position position) {
        this.position = position;
    }

    public Position position() {
        return position;
    }

    /** The field's text, null where the source has none. */
    @Nullable
    public String value(CallField field) {
        return values.get(field);
    }

    public void set(CallField field, String value) {
        values.put(field, value);
    }

    /** What is wrong with the record before any value is looked at, null where nothing is. */
    @Nullable
    public UnfitValueException flaw() {
        return flaw;
    }

    /** Notes that the record cannot be a call; the first flaw is kept. */
    public void setFlaw(@Nullable String field, @Nullable String value, String reason) {
        if (flaw == null) {
            flaw = new UnfitValueException(field, value, reason);
        }
    }

    /** The record's own text where its fields do not tell it, else null. */
    @Nullable
    public String original() {
        return original;
    }

    public void setOriginal(String text) {
        original = text;
    }
}
