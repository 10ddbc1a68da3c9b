package io.github.sfcrime.loader.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file.
 *
 * @param line on which it begins
 * @param fields none where it has a flaw
 * @param flaw why it is no row, null where it is one
 */
record CsvRow(CsvLine line, List<String> fields, @Nullable String flaw) {}
