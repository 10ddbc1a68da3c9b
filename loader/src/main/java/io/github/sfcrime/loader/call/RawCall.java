package io.github.sfcrime.loader.call;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One record as its source spells it: text by field. */
// An array by field, because every field of every call passes here.
@SuppressWarnings("EnumOrdinal")
public final class RawCall {

    private final Position position;
    private FieldNames names;
    private final @Nullable String[] values = new String[CallField.ALL.size()];
    private @Nullable UnfitValueException flaw;
    private @Nullable String original;

    public RawCall(Position position) {
        this(position, new FieldNames());
    }

    /** @param names what its source calls the fields */
    public RawCall(Position position, FieldNames names) {
        this.position = position;
        this.names = names;
    }

    public Position position() {
        return position;
    }

    /** Keeps the names that its source has for fields as they are now, so that another thread may have the record. */
    public void keepNames() {
        names = names.asTheyAre();
    }

    /** The source's name of that field. */
    public String name(CallField field) {
        return names.of(field);
    }

    /** The field's text, null where the source has none. */
    @Nullable
    public String value(CallField field) {
        return values[field.ordinal()];
    }

    /** Whether it has any field that calls have. */
    public boolean isAny() {
        return Arrays.stream(values).anyMatch(Objects::nonNull);
    }

    public void set(CallField field, String value) {
        values[field.ordinal()] = value;
    }

    /**
     * Sets a field as the source has it; a flaw where it was set before, or holds half a character.
     *
     * @param name what the source calls the field
     */
    public void put(CallField field, String name, String value) {
        names.put(field, name);
        String text = Surrogates.escaped(value);
        if (value(field) != null) {
            setFlaw(name, text, "stands in the record more than once");
        }
        if (!text.equals(value)) {
            setFlaw(name, text, "holds half a character (a surrogate without the other)");
        }
        set(field, text);
    }

    /** What is wrong with the record before any value is looked at, null where nothing is. */
    @Nullable
    public UnfitValueException flaw() {
        return flaw;
    }

    /**
     * Notes that the record cannot be a call; the first flaw is kept.
     *
     * @param field what the source calls the field, null where the record as a whole is the matter
     */
    public void setFlaw(@Nullable String field, @Nullable String value, String reason) {
        if (flaw == null) {
            flaw = new UnfitValueException(field, value == null ? null : Surrogates.escaped(value), reason);
        }
    }

    /** The record's own text where its fields do not tell it, else null. */
    @Nullable
    public String original() {
        return original;
    }

    public void setOriginal(String text) {
        original = Surrogates.escaped(text);
    }
}
