package io.github.sfcrime.loader.json;

/** What is around the records of a JSON text, and whether a character is the beginning of a record or part of that. */
final class JsonNest {

    /** What a character begins. */
    enum Meaning {
        RECORD,
        PART_OF_THE_NEST,
        /** Of an object that is around the records. */
        KEY_OR_VALUE,
        /** Where a record should be. */
        VALUE_AMONG_RECORDS,
        /** Where nothing should be. */
        STRAY
    }

    private final JsonLayout layout;
    private int wrappers;
    private int arrays;
    private String key = "";
    private boolean reached;
    private boolean aside;
    private boolean arrayEnded;
    private boolean comma;
    private boolean spareComma;

    JsonNest(JsonLayout layout) {
        this.layout = layout;
        wrappers = layout.wrappers();
        arrays = layout.arrays();
    }

    Meaning meet(char c) {
        boolean commaBefore = comma;
        comma = c == ',';
        return switch (c) {
            case ',' -> {
                spareComma |= commaBefore || (wrappers == 0 && arrays == 0);
                yield Meaning.PART_OF_THE_NEST;
            }
            // Separates the texts of a sequence of JSON texts.
            case '\u001E' -> Meaning.PART_OF_THE_NEST;
            case '[' -> openArray();
            case '{' -> openObject();
            case ']' -> {
                spareComma |= commaBefore;
                yield closeArray();
            }
            case '}' -> closeObject();
            default -> other();
        };
    }

    private Meaning openArray() {
        if (layout.isRows() && arrays > 0) {
            return Meaning.RECORD;
        }
        if (arrays == 0 && wrappers > 0) {
            aside = reached && !key.equals(layout.key());
            reached = true;
        }
        arrays++;
        return Meaning.PART_OF_THE_NEST;
    }

    private Meaning openObject() {
        boolean record = arrays > 0 || (wrappers == 0 ? !layout.isWrapped() : layout.keyed() && wrappers == 1);
        if (!record) {
            wrappers++;
        }
        return record ? Meaning.RECORD : Meaning.PART_OF_THE_NEST;
    }

    private Meaning closeArray() {
        arrayEnded = true;
        if (arrays > 0) {
            arrays--;
            aside &= arrays > 0;
        } else if (wrappers > 0) {
            wrappers--;
        } else {
            return Meaning.STRAY;
        }
        return Meaning.PART_OF_THE_NEST;
    }

    private Meaning closeObject() {
        if (arrays > 0 || wrappers == 0) {
            return arrays > 0 ? Meaning.VALUE_AMONG_RECORDS : Meaning.STRAY;
        }
        wrappers--;
        arrayEnded = true;
        return Meaning.PART_OF_THE_NEST;
    }

    private Meaning other() {
        if (arrays > 0) {
            return aside ? Meaning.KEY_OR_VALUE : Meaning.VALUE_AMONG_RECORDS;
        }
        return wrappers > 0 ? Meaning.KEY_OR_VALUE : Meaning.STRAY;
    }

    /** Notes a key or a value of an object that is around the records. */
    void note(String text) {
        if (arrays == 0 && text.length() > 1 && text.endsWith("\"")) {
            key = text.substring(1, text.length() - 1);
        }
    }

    /** Whether this is not where the first call was found, so that what is here need not be calls. */
    boolean isAside() {
        return aside;
    }

    boolean isBehindAnArray() {
        return arrayEnded;
    }

    boolean isOpen() {
        return arrays > 0 || wrappers > 0;
    }

    boolean spareComma() {
        return spareComma;
    }
}
