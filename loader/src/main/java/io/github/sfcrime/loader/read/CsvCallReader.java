package io.github.sfcrime.loader.read;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Calls from CSV with a heading line, in the portal's or the file's style, its columns in any order. */
final class CsvCallReader implements CallReader {

    private final String source;
    private final CloseableIterator<CsvRecord> rows;
    private final CsvHeading heading;
    private long records;
    private long line = 1;

    CsvCallReader(String source, InputStream in) throws IOException {
        this.source = source;
        // A decoder of its own, because the default one would put a replacement character where the bytes are not
        // UTF-8.
        rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))
                .iterator();
        CsvRecord first = row();
        if (first == null) {
            throw new UserErrorException(source + " has no heading line: give a CSV file that begins with one");
        }
        heading = CsvHeading.of(source, first);
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        CsvRecord row = row();
        if (row == null) {
            return null;
        }
        RawCall call = heading.read(row, here());
        if (row.getFieldCount() < heading.columns() && !hasMore()) {
            throw new DamagedInputException(here(), "the input is cut short here", new EOFException());
        }
        records++;
        return call;
    }

    private boolean hasMore() throws IOException {
        try {
            return rows.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw damage(e);
        }
    }

    private @Nullable CsvRecord row() throws IOException {
        if (!hasMore()) {
            return null;
        }
        CsvRecord row = rows.next();
        line = row.getStartingLineNumber();
        return row;
    }

    private IOException damage(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof EOFException) {
            return new DamagedInputException(here(), "the input is cut short here", e);
        }
        if (cause instanceof CharacterCodingException) {
            return new DamagedInputException(here(), "the text hereabouts is not UTF-8", e);
        }
        if (cause instanceof IOException failure && !(cause instanceof ZipException)) {
            return failure;
        }
        return new DamagedInputException(here(), "this is not CSV: " + cause.getMessage(), e);
    }

    private Position here() {
        return new Position(source, records + 1, line);
    }

    @Override
    public Set<String> ignoredFields() {
        return heading.ignored();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
