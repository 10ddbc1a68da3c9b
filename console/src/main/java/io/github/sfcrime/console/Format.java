package io.github.sfcrime.console;

import java.io.IOException;
import java.io.Writer;

/** The formats, under the names that the command line has for them. */
enum Format {
    json,
    csv,
    table;

    RecordWriter writer(Writer out) throws IOException {
        return switch (this) {
            case json -> new JsonLines(out);
            case csv -> new Csv(out);
            case table -> new Table(out);
        };
    }
}
