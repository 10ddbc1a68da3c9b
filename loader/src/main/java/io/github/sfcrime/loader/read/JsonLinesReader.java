package io.github.sfcrime.loader.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Calls from JSON objects, one a line; a line that is none is a record that does not fit, and reading goes on. */
final class JsonLinesReader implements CallReader {

    private final String source;
    private final Lines lines;
    private final PlainObjects plainObjects = new PlainObjects();
    private final JsonFields fields = new JsonFields();
    private long records;

    JsonLinesReader(String source, InputStream in) {
        this.source = source;
        lines = new Lines(in);
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        try {
            do {
                if (!lines.next()) {
                    return null;
                }
            } while (lines.isBlank());
        } catch (EOFException e) {
            throw new DamagedInputException(here(), "the input is cut short here", e);
        } catch (ZipException e) {
            throw new DamagedInputException(here(), "the compressed data is damaged: " + e.getMessage(), e);
        }
        return read();
    }

    private RawCall read() throws IOException {
        Position position = here();
        if (lines.isTooLong()) {
            records++;
            return unreadable(position, "the line is longer than " + Lines.LONGEST + " bytes");
        }
        RawCall plain = plainObjects.read(lines.buffer(), lines.start(), lines.length(), position);
        if (plain != null) {
            records++;
            return plain;
        }
        try (JsonParser parser = JsonFields.JSON.createParser(lines.buffer(), lines.start(), lines.length())) {
            parser.nextToken();
            RawCall call = fields.read(parser, position);
            if (parser.nextToken() != null) {
                call.setFlaw(null, null, "more than one value stands on the line");
            }
            records++;
            return call;
        } catch (JsonProcessingException e) {
            if (JsonFields.isCut(e) && lines.isUnended()) {
                throw new DamagedInputException(position, "the input is cut short here", e);
            }
            records++;
            return unreadable(position, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private RawCall unreadable(Position position, String reason) {
        RawCall call = new RawCall(position);
        call.setFlaw(null, null, reason);
        call.setOriginal(lines.text());
        return call;
    }

    private Position here() {
        return new Position(source, records + 1, Math.max(1, lines.number()));
    }

    @Override
    public Set<String> ignoredFields() {
        return fields.ignored();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
