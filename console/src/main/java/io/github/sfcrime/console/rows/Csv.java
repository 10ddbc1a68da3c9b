package io.github.sfcrime.console.rows;

import io.github.sfcrime.cli.output.CsvLines;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV: what is nested is JSON, control characters are escaped. A row with other columns than
 * the one before begins a new table, after an empty line.
 */
public final class Csv implements RecordWriter {

    private final Writer out;
    private final CsvLines csv;
    private List<String> columns = List.of();

    /** Writes to {@code out}. */
    public Csv(Writer out) {
        this.out = out;
        csv = new CsvLines(out);
    }

    /** The same with a heading, even if no row follows. */
    public Csv(Writer out, List<String> columns) throws IOException {
        this(out);
        begin(columns);
    }

    @Override
    public void write(Row row) throws IOException {
        if (!row.names().equals(columns)) {
            begin(row.names());
        }
        csv.write(row.values().stream().map(Csv::field).toList());
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }

    private void begin(List<String> names) throws IOException {
        if (!columns.isEmpty()) {
            csv.flush();
            out.write("\n");
        }
        columns = names;
        csv.write(names.stream().<@Nullable String>map(name -> name).toList());
    }

    private static @Nullable String field(@Nullable Object value) {
        if (value instanceof Row || value instanceof Map || value instanceof List) {
            return JsonLines.json(value);
        }
        return value == null ? null : Printable.lines(value.toString());
    }
}
