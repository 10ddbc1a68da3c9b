package io.github.sfcrime.console.board;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a window as CSV that is safe to open in a spreadsheet: no text of a record is a formula there. */
final class CountsCsv {

    private static final List<String> HEADING =
            List.of("window_start", "window_end", "original_crime_type_name", "disposition", "description", "count");

    private CountsCsv() {}

    /** The rows whose type contains {@code filter}, in whatever case. */
    static String of(CountedWindow.Shown window, String filter) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADING);
            write(csv, window, filter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, CountedWindow.Shown window, String filter) {
        String wanted = filter.toLowerCase(Locale.ROOT);
        for (CountRow row : window.rows()) {
            if (row.type().toLowerCase(Locale.ROOT).contains(wanted)) {
                csv.writeRecord(
                        window.start(),
                        window.end(),
                        harmless(row.type()),
                        harmless(row.disposition()),
                        harmless(row.description()),
                        Long.toString(row.count()));
            }
        }
    }

    /** Spreadsheets take what begins with one of these for a formula, and an apostrophe before it for a text. */
    private static String harmless(@Nullable String text) {
        String some = text == null ? "" : text;
        return some.matches("(?s)\\s*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*") || some.matches("(?s)[\\t\\r\\n].*")
                ? "'" + some
                : some;
    }
}
