package io.github.sfcrime.console;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as CSV (RFC 4180, lines end in LF): null is an empty field, the empty string a quoted one, what is nested
 * is JSON, what could steer a terminal is spelled out. A row with other columns than the one before begins a new table, after an empty line.
 */
public final class Csv implements RecordWriter {

    private final Writer out;
    private final CsvWriter csv;
    private List<String> columns = List.of();

    /** Writes to {@code out}. */
    public Csv(Writer out) {
        this.out = out;
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(out);
    }

    /** The same with a heading already, whether or not rows follow. */
    public Csv(Writer out, List<String> columns) throws IOException {
        this(out);
        begin(columns);
    }

    @Override
    public void write(Row row) throws IOException {
        try {
            if (!row.names().equals(columns)) {
                begin(row.names());
            }
            csv.writeRecord(row.values().stream().map(Csv::field).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
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
        csv.writeRecord(names);
    }

    private static @Nullable String field(@Nullable Object value) {
        if (value instanceof Row || value instanceof Map || value instanceof List) {
            return JsonLines.json(value);
        }
        return value == null ? null : Printable.lines(value.toString());
    }
}
