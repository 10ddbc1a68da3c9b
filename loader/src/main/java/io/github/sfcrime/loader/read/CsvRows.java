package io.github.sfcrime.loader.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
    private final CsvQuotes quotes;
    private final CsvRowText text = new CsvRowText();
    private final CloseableIterator<CsvRecord> parser;
    private final Deque<CsvLine> ahead = new ArrayDeque<>();
    private Predicate<List<String>> isRow = fields -> false;
    private int columns;

    CsvRows(Lines lines, char delimiter) {
        this.lines = lines;
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
        CsvLine line = nextLine();
        while (line != null && line.isEmpty()) {
            line = nextLine();
        }
        if (line == null) {
            return null;
        }
        String text = line.text();
        if (text == null) {
            return flawed(
                    line,
                    line.isTooLong()
                            ? "the line is longer than " + Lines.LONGEST + " bytes"
                            : "holds bytes that are not UTF-8");
        }
        return row(line, text);
    }

    private CsvRow row(CsvLine line, String text) throws IOException {
        if (text.indexOf('"') < 0) {
            return new CsvRow(line, split(text), null);
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
            return flawed(line, "has text behind a closing quote: a quote within a value is written twice");
        }
        String whole = closed(text);
        return whole == null ? flawed(line, "opens a quote that is not closed") : parsed(line, whole);
    }

    /** The fields of a row without quotes, which needs no parser. */
    private List<String> split(String text) {
        List<String> fields = new ArrayList<>(Math.max(columns, 1));
        int start = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, start)) {
            fields.add(text.substring(start, end));
            start = end + 1;
        }
        fields.add(text.substring(start));
        return fields;
    }

    private boolean isAllColumns() {
        return columns == 0 || quotes.columns() == columns;
    }

    private static CsvRow flawed(CsvLine line, String flaw) {
        return new CsvRow(line, List.of(), flaw);
    }

    private CsvRow parsed(CsvLine line, String whole) {
        text.put(whole);
        return new CsvRow(line, parser.next().getFields(), null);
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
        if (line != null) {
            return line;
        }
        return lines.next() ? CsvLine.of(lines) : null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
        lines.close();
    }
}
