package io.github.sfcrime.loader.json;

import java.io.IOException;

/** Finds out where a JSON value ends before a parser has to make sense of it. */
final class JsonExtent {

    /** How looking for the end of a value ended. */
    enum End {
        WHOLE,
        /** It cannot go on as it does, so that its end is missing. */
        BROKEN,
        /** The input ends within it. */
        CUT,
        TOO_LONG
    }

    private final JsonBytes bytes;
    private final JsonNesting nesting = new JsonNesting();
    private int length;

    JsonExtent(JsonBytes bytes) {
        this.bytes = bytes;
    }

    /** Length of the value that was looked at. */
    int length() {
        return length;
    }

    /**
     * Looks for the end of the object or array that begins here, and takes nothing.
     *
     * @param onOneLine whether values stand on a line each, so that one is broken where the next line begins another
     */
    End find(boolean onOneLine) throws IOException {
        nesting.begin();
        return goOn(onOneLine);
    }

    private End goOn(boolean onOneLine) throws IOException {
        byte[] buffer = bytes.buffer();
        length = 0;
        while (bytes.at() + length < bytes.filled() || bytes.more()) {
            if (nesting.isWithinString()) {
                passText();
            }
            byte b = buffer[bytes.at() + length];
            if (nesting.isBrokenBy(b) || (onOneLine && b == '\n' && nextLineBeginsAnother())) {
                return End.BROKEN;
            }
            length++;
            if (nesting.isEndedBy(b)) {
                return End.WHOLE;
            }
        }
        return length == buffer.length ? End.TOO_LONG : End.CUT;
    }

    /** Goes on to what may end a string, or to the last byte that there is. */
    private void passText() {
        byte[] buffer = bytes.buffer();
        int last = bytes.filled() - 1;
        int i = bytes.at() + length;
        while (i < last && buffer[i] != '"' && buffer[i] != '\\' && buffer[i] != '\n') {
            i++;
        }
        length = i - bytes.at();
    }

    private boolean nextLineBeginsAnother() throws IOException {
        boolean more = bytes.at() + length + 1 < bytes.filled() || bytes.more();
        return more && bytes.at() + length + 1 < bytes.filled() && bytes.buffer()[bytes.at() + length + 1] == '{';
    }

    /** Passes over the value that was found to be too long. */
    End takeTooLong(boolean onOneLine) throws IOException {
        End end = End.TOO_LONG;
        while (end == End.TOO_LONG) {
            bytes.take(length);
            end = goOn(onOneLine);
        }
        bytes.take(length);
        return end;
    }
}
