package io.github.sfcrime.loader.json;

import io.github.sfcrime.loader.call.BrokenContentException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.Shown;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls from JSON: in an array, one a line, one behind the other, over as many lines as they like, and wrapped in
 * whatever was found by {@link JsonPeek}. What is no JSON costs its own record and none behind it.
 */
public final class JsonCallReader implements CallReader {

    private final String source;
    private final JsonBytes bytes;
    private final JsonNest nest;
    private final JsonRecords records;
    private @Nullable String stray;

    private JsonCallReader(String source, InputStream in, JsonLayout layout) throws IOException {
        this.source = source;
        bytes = new JsonBytes(in);
        nest = new JsonNest(layout);
        records = new JsonRecords(source, bytes, layout);
        bytes.skip(layout.offset());
    }

    /** Reads the calls in {@code in}, whose beginning says where they are; closing the reader closes it. */
    public static CallReader open(String source, BufferedInputStream in) throws IOException {
        in.mark(JsonPeek.MOST_BYTES);
        JsonLayout layout = JsonPeek.layout(source, in);
        in.reset();
        // All that is read would be kept for the mark.
        in.mark(0);
        return new JsonCallReader(source, in, layout);
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        try {
            while (records.isEmpty()) {
                int next = bytes.next();
                if (next < 0) {
                    end();
                    return null;
                }
                step((char) next);
            }
        } catch (EOFException e) {
            throw DamagedInputException.cut(records.here(), e);
        } catch (BrokenContentException e) {
            throw new DamagedInputException(records.here(), String.valueOf(e.getMessage()), e);
        }
        return records.next();
    }

    private void step(char next) throws IOException {
        switch (nest.meet(next)) {
            case RECORD -> records.take(nest.isAside());
            case PART_OF_THE_NEST -> bytes.take(1);
            case KEY_OR_VALUE -> nest.note(bytes.takeScalar());
            case VALUE_AMONG_RECORDS -> records.addFlawed(records.here(), "is not a JSON object", bytes.takeScalar());
            case STRAY -> stray();
        }
    }

    /** Behind an array something else has come to its end; among objects on lines of their own it is a record. */
    private void stray() throws IOException {
        Position position = records.here();
        String text = bytes.takeLine();
        if (!nest.isBehindAnArray()) {
            records.addFlawed(position, "is not JSON", text);
        } else if (stray == null) {
            stray = source + ", line " + position.line() + ": behind the end of the calls stands " + Shown.text(text)
                    + ", which is no JSON: take it out if it is not part of the data";
        }
    }

    private void end() throws IOException {
        records.tell();
        if (nest.isOpen()) {
            throw new DamagedInputException(
                    records.here(),
                    "the input ends before the bracket that closes its array: it is cut short, or lacks it",
                    new EOFException());
        }
        if (stray != null) {
            throw new DamagedInputException(
                    stray + "; the " + records.count() + " records before it were read", new IOException());
        }
    }

    @Override
    public Set<String> ignoredFields() {
        return records.ignoredFields();
    }

    @Override
    public List<String> remarks() {
        return nest.spareComma()
                ? List.of(source + ": has commas where JSON has none, they were passed over")
                : List.of();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
