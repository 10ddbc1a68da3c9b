package io.github.sfcrime.loader.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.sfcrime.loader.text.NotUtf8;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a CSV file. Where each ends is found out here, before a parser takes it apart, so that a quote that is never
 * closed costs its own row and none behind it.
 */
final class CsvRows implements Closeable {

    /** Characters up to which a row is looked for behind an open quote. */
    private static final int LONGEST = Lines.LONGEST;

    private final Lines lines;
    private final char delimiter;
    private final NotUtf8 notUtf8;
    private final CsvQuotes quotes;
    private final CsvRowText text = new CsvRowText();
    private final CloseableIterator<CsvRecord> parser;
    private final Deque<CsvLine> ahead = new ArrayDeque<>();
    private Predicate<List<String>> isRow = fields -> false;
    private int columns;

    CsvRows(Lines lines, char delimiter, NotUtf8 notUtf8) {
        this.lines = lines;
        this.notUtf8 = notUtf8;
        this.delimiter = delimiter;
        quotes = new CsvQuotes(delimiter);
        parser = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(4 * LONGEST)
                .ofCsvRecord(text)
                .iterator();
    }

    /**
     * Says what rows are like.
     *
     * @param isRow whether columns are a row of their own, which cannot be text within the quotes of another
     */
    void expect(int columns, Predicate<List<String>> isRow) {
        this.columns = columns;
        this.isRow = isRow;
    }

    /** The next row, or null at the end. */
    @Nullable
    CsvRow next() throws IOException {
        while (!ahead.isEmpty() || lines.next()) {
            List<String> fields = ahead.isEmpty() ? PlainLine.fields(lines, delimiter, columns) : null;
            if (fields != null && !isEmpty(fields)) {
                return new CsvRow(lines.number(), lines.isUnended(), fields, null, null);
            }
            CsvLine line = ahead.isEmpty() ? CsvLine.of(lines, notUtf8) : ahead.remove();
            if (!line.isEmpty()) {
                return row(line);
            }
        }
        return null;
    }

    private static boolean isEmpty(List<String> fields) {
        return fields.size() == 1 && CsvLine.isEmpty(fields.get(0));
    }

    private CsvRow row(CsvLine line) throws IOException {
        String text = line.text();
        if (text == null) {
            return CsvRow.flawed(
                    line,
                    line.isTooLong()
                            ? "the line is longer than " + Lines.LONGEST + " bytes"
                            : "holds bytes that are not UTF-8");
        }
        if (text.indexOf('\0') >= 0) {
            return CsvRow.flawed(line, "holds a byte of zero, which is no text");
        }
        CsvQuotes.End end = quotes.end(text, false);
        if (end == CsvQuotes.End.WHOLE) {
            return parsed(line, text);
        }
        String unescaped = text.contains("\\\"") ? CsvQuotes.withoutBackslashes(text) : text;
        if (quotes.end(unescaped, false) == CsvQuotes.End.WHOLE && isAllColumns()) {
            return parsed(line, unescaped);
        }
        if (end == CsvQuotes.End.BROKEN) {
            return CsvRow.flawed(line, "has text behind a closing quote: a quote within a value is written twice");
        }
        String whole = closed(text);
        return whole == null ? CsvRow.flawed(line, "opens a quote that is not closed") : parsed(line, whole);
    }

    private boolean isAllColumns() {
        return columns == 0 || quotes.columns() == columns;
    }

    private CsvRow parsed(CsvLine line, String whole) {
        text.put(whole);
        return CsvRow.of(line, parser.next().getFields());
    }

    /** The row that begins so and goes on over the next lines; null, and no line taken, where it does not. */
    private @Nullable String closed(String start) throws IOException {
        StringBuilder whole = new StringBuilder(start);
        List<CsvLine> taken = new ArrayList<>();
        CsvQuotes.End end = CsvQuotes.End.OPEN;
        while (end == CsvQuotes.End.OPEN && whole.length() < LONGEST) {
            CsvLine line = nextLine();
            if (line == null) {
                break;
            }
            taken.add(line);
            String more = line.text();
            if (more == null || isRowOfItsOwn(line, more)) {
                break;
            }
            whole.append('\n').append(more);
            end = quotes.end(more, true);
        }
        if (end == CsvQuotes.End.WHOLE
                && quotes.end(whole.toString(), false) == CsvQuotes.End.WHOLE
                && isAllColumns()) {
            return whole.toString();
        }
        for (int i = taken.size() - 1; i >= 0; i--) {
            ahead.addFirst(taken.get(i));
        }
        return null;
    }

    private boolean isRowOfItsOwn(CsvLine line, String text) {
        return quotes.end(text, false) == CsvQuotes.End.WHOLE
                && quotes.columns() == columns
                && isRow.test(parsed(line, text).fields());
    }

    private @Nullable CsvLine nextLine() throws IOException {
        CsvLine line = ahead.poll();
        return line != null ? line : lines.next() ? CsvLine.of(lines, notUtf8) : null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
        lines.close();
    }
}
