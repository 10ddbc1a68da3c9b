package io.github.sfcrime.loader.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file.
 *
 * @param line number of the line on which it begins
 * @param unended whether the file ends before that line does
 * @param fields none where it has a flaw
 * @param flaw why it is no row, null where it is one
 * @param original what stands there instead of one, null where it is one
 */
record CsvRow(
        long line,
        boolean unended,
        List<String> fields,
        @Nullable String flaw,
        @Nullable CsvLine original) {

    static CsvRow of(CsvLine line, List<String> fields) {
        return new CsvRow(line.number(), line.unended(), fields, null, null);
    }

    static CsvRow flawed(CsvLine line, String flaw) {
        return new CsvRow(line.number(), line.unended(), List.of(), flaw, line);
    }

    /** Whether its bytes are no text, which they are not where it is too long to be looked at. */
    boolean isNotUtf8() {
        return original != null && original.text() == null && !original.isTooLong();
    }
}
