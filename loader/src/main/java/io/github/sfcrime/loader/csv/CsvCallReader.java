package io.github.sfcrime.loader.csv;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.BrokenContentException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.Shown;
import io.github.sfcrime.loader.text.NotUtf8;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls from CSV with a heading line, in the portal's or the file's style, its columns in any order. */
public final class CsvCallReader implements CallReader {

    /** Lines that may stand in front of a heading, such as a title and a time. */
    public static final int MOST_IN_FRONT = 20;

    private final String source;
    private final Lines lines;
    private final CsvRows rows;
    private final CsvHeading heading;
    private final NotUtf8 notUtf8 = new NotUtf8();
    private final List<String> remarks = new ArrayList<>();
    private long records;
    private @Nullable CsvRow last;

    /** @param delimiter what stands between columns, null for what the heading shows */
    public CsvCallReader(String source, Lines lines, @Nullable Character delimiter) throws IOException {
        this.source = source;
        this.lines = lines;
        List<CsvLine> seen = new ArrayList<>();
        Character told = null;
        Character shown = null;
        for (CsvLine line = line();
                line != null && shown == null && seen.size() < MOST_IN_FRONT;
                line = shown == null ? line() : null) {
            seen.add(line);
            told = seen.size() == 1 ? Delimiters.told(line.shown()) : told;
            shown = Delimiters.ofHeading(line.shown(), delimiter == null ? told : delimiter);
        }
        if (seen.isEmpty()) {
            throw new UserErrorException(source + " has no heading line: give a CSV file that begins with one");
        }
        int unusual = told != null && seen.size() > 1 ? 1 : 0;
        CsvLine first = seen.get(shown == null ? unusual : seen.size() - 1);
        refuseOtherBytes(first);
        char delimited = shown != null ? shown : delimiter != null ? delimiter : Delimiters.guess(first.shown());
        rows = new CsvRows(lines, delimited, notUtf8);
        heading = CsvHeading.of(source, Delimiters.split(first.shown(), delimited));
        rows.expect(heading.columns(), heading::isCall);
        if (seen.indexOf(first) > unusual) {
            remarks.add(source + ": what stands in front of its heading line was passed over: "
                    + Shown.text(seen.get(unusual).shown()));
        }
    }

    private void refuseOtherBytes(CsvLine first) {
        if (first.text() == null) {
            throw new UserErrorException("cannot load " + source + ": its heading line is "
                    + (first.isTooLong()
                            ? "longer than " + Lines.LONGEST + " bytes"
                            : "not UTF-8: " + notUtf8.advice(first.bytes())));
        }
    }

    /** The next line that is not empty, null at the end. */
    private @Nullable CsvLine line() throws IOException {
        while (lines.next()) {
            CsvLine line = CsvLine.of(lines, notUtf8);
            if (!line.isEmpty()) {
                return line;
            }
        }
        return null;
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        CsvRow row;
        try {
            do {
                row = rows.next();
            } while (row != null && heading.isRepeatedIn(row.fields()));
        } catch (EOFException e) {
            throw DamagedInputException.cut(here(lines.number()), e);
        } catch (BrokenContentException e) {
            throw new DamagedInputException(here(lines.number()), String.valueOf(e.getMessage()), e);
        }
        if (row == null) {
            notUtf8.tell(records);
            return null;
        }
        last = row;
        refuseCut(row);
        RawCall call = read(row);
        records++;
        return call;
    }

    private void refuseCut(CsvRow row) throws DamagedInputException {
        boolean whole = row.flaw() == null && row.fields().size() >= heading.columns();
        if (row.unended() && !whole && !row.isNotUtf8()) {
            notUtf8.tell(records);
            throw DamagedInputException.cut(here(row.line()), new EOFException());
        }
    }

    private RawCall read(CsvRow row) {
        Position position = here(row.line());
        CsvLine original = row.original();
        if (original == null) {
            return heading.read(row.fields(), position);
        }
        RawCall call = heading.call(position);
        if (row.isNotUtf8()) {
            byte[] bytes = original.bytes();
            return notUtf8.reject(call, bytes, 0, bytes.length);
        }
        call.setFlaw(null, null, String.valueOf(row.flaw()));
        call.setOriginal(original.original());
        return call;
    }

    private Position here(long line) {
        return new Position(source, records + 1, Math.max(1, line));
    }

    @Override
    public Set<String> ignoredFields() {
        return heading.ignored();
    }

    @Override
    public List<String> remarks() {
        List<String> all = new ArrayList<>(remarks);
        if (last != null && last.unended()) {
            all.add(source + ", line " + last.line()
                    + ": the last line has no end: if the file is cut, its last value is too");
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
