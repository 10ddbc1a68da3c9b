package io.github.sfcrime.local;

import io.github.sfcrime.console.Csv;
import io.github.sfcrime.console.JsonLines;
import io.github.sfcrime.console.RecordWriter;
import io.github.sfcrime.console.Table;
import java.io.IOException;
import java.io.PrintWriter;

/** How the demo prints results, under the names that the command line has for it. */
enum OutputFormat {
    table,
    json,
    csv;

    private static final int ROWS_PER_WINDOW = 10;

    /** Prints every row. */
    RecordWriter everyRow(PrintWriter out) throws IOException {
        return switch (this) {
            case table -> new Table(out);
            case json -> new JsonLines(out);
            case csv -> new Csv(out);
        };
    }

    /** Prints as much as a person wants to read while it comes; programs get every row. */
    RecordWriter live(DemoQuery query, PrintWriter out) throws IOException {
        if (this != table) {
            return everyRow(out);
        }
        return query == DemoQuery.TOTALS
                ? new LatestTotals(new Table(out), ROWS_PER_WINDOW, System::nanoTime)
                : new LatestWindows(new Table(out, ROWS_PER_WINDOW), System::nanoTime);
    }
}
