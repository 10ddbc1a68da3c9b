package io.github.sfcrime.console.board;

import io.github.sfcrime.console.rows.Csv;
import io.github.sfcrime.console.rows.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a window as CSV that is safe to open in a spreadsheet: no text of a record is a formula there. */
final class CountsCsv {

    private static final List<String> HEADING =
            List.of("window_start", "window_end", "original_crime_type_name", "disposition", "description", "count");

    private CountsCsv() {}

    /** The rows whose type contains {@code filter}, ignoring case. */
    static String of(CountedWindow.Shown window, String filter) {
        StringWriter text = new StringWriter();
        try (Csv csv = new Csv(text, HEADING)) {
            write(csv, window, filter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Csv csv, CountedWindow.Shown window, String filter) throws IOException {
        String wanted = filter.toLowerCase(Locale.ROOT);
        for (CountRow row : window.rows()) {
            if (row.type().toLowerCase(Locale.ROOT).contains(wanted)) {
                csv.write(new Row(
                        HEADING,
                        Arrays.asList(
                                window.start(),
                                window.end(),
                                harmless(row.type()),
                                harmless(row.disposition()),
                                harmless(row.description()),
                                row.count())));
            }
        }
    }

    /** A text that begins with one of these is a formula in spreadsheets, unless an apostrophe is in front. */
    private static @Nullable String harmless(@Nullable String text) {
        return text != null
                        && (text.matches("(?s)\\s*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20].*")
                                || text.matches("(?s)[\\t\\r\\n].*"))
                ? "'" + text
                : text;
    }
}
