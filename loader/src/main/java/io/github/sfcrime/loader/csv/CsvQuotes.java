package io.github.sfcrime.loader.csv;

/** Whether the quotes of a stretch of CSV open and close as they should. */
final class CsvQuotes {

    /** How a stretch of CSV ends. */
    enum End {
        WHOLE,
        /** A quote is open. */
        OPEN,
        /** Something stands behind a closing quote. */
        BROKEN
    }

    private final char delimiter;
    private int columns;

    CsvQuotes(char delimiter) {
        this.delimiter = delimiter;
    }

    /** How many columns {@link #end} counted. */
    int columns() {
        return columns;
    }

    /**
     * How the text ends.
     *
     * @param open whether it begins within quotes
     */
    End end(String text, boolean open) {
        columns = 1;
        int length = text.length();
        boolean quoted = open;
        boolean fieldStarts = !open;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    continue;
                }
                char next = i + 1 < length ? text.charAt(i + 1) : delimiter;
                if (next == '"') {
                    i++;
                } else if (next == delimiter) {
                    quoted = false;
                } else {
                    return End.BROKEN;
                }
            } else if (c == delimiter) {
                columns++;
                fieldStarts = true;
            } else {
                quoted = fieldStarts && c == '"';
                fieldStarts = false;
            }
        }
        return quoted ? End.OPEN : End.WHOLE;
    }

    /** The text with quotes that are escaped by a backslash, as Spark and MySQL write them, doubled instead. */
    static String withoutBackslashes(String text) {
        StringBuilder doubled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\')) {
                i++;
                doubled.append(text.charAt(i) == '"' ? "\"\"" : "\\");
            } else {
                doubled.append(c);
            }
        }
        return doubled.toString();
    }
}
