package io.github.sfcrime.loader.json;

/** How deep within a JSON value a byte stands, and whether the value can go on with it. */
final class JsonNesting {

    /** A value that goes beyond this is not looked at so closely. */
    private static final int DEEPEST_KNOWN = 64;

    private long arrays;
    private int depth;
    private boolean known;
    private boolean quoted;
    private boolean escaped;
    private byte previous;

    void begin() {
        arrays = 0;
        depth = 0;
        known = true;
        quoted = false;
        escaped = false;
        previous = 0;
    }

    /** Whether the next byte is text unless it ends the string or begins an escape. */
    boolean isWithinString() {
        return quoted && !escaped;
    }

    /** Whether the value cannot go on with that byte. */
    boolean isBrokenBy(byte b) {
        if (quoted) {
            return b == '\n';
        }
        return switch (b) {
            // Within an object it can only be the value of a key.
            case '{' -> known && depth > 0 && !isInArray() && previous != ':';
            case '}' -> known && isInArray();
            case ']' -> known && !isInArray();
            default -> false;
        };
    }

    private boolean isInArray() {
        return (arrays & 1) != 0;
    }

    /** Takes the byte; says whether it is the last of the value. */
    boolean isEndedBy(byte b) {
        if (quoted) {
            quoted = escaped || b != '"';
            escaped = !escaped && b == '\\';
            return false;
        }
        if (b > ' ') {
            previous = b;
        }
        switch (b) {
            case '"' -> quoted = true;
            case '{', '[' -> {
                arrays = arrays << 1 | (b == '[' ? 1 : 0);
                depth++;
                known &= depth <= DEEPEST_KNOWN;
            }
            case '}', ']' -> {
                arrays >>>= 1;
                depth--;
                return depth == 0;
            }
            default -> {}
        }
        return false;
    }
}
