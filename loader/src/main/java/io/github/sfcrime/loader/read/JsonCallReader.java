package io.github.sfcrime.loader.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.Shown;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls from JSON: in an array, one a line, one behind the other, over as many lines as they like, and wrapped in
 * whatever was found by {@link JsonPeek}. What is no JSON costs its own record and none behind it.
 */
final class JsonCallReader implements CallReader {

    private final String source;
    private final JsonBytes bytes;
    private final JsonLayout layout;
    private final JsonNest nest;
    private final FieldNames names = new FieldNames();
    private final IgnoredFields ignored = new IgnoredFields();
    private final JsonFields fields = new JsonFields(names, ignored);
    private final NotUtf8 notUtf8 = new NotUtf8();
    private final Deque<RawCall> ready = new ArrayDeque<>();
    private final List<RawCall> found = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private long records;
    private @Nullable Boolean onOneLine;

    JsonCallReader(String source, InputStream in, JsonLayout layout) throws IOException {
        this.source = source;
        this.layout = layout;
        bytes = new JsonBytes(in);
        nest = new JsonNest(layout);
        bytes.skip(layout.offset());
    }

    @Override
    public @Nullable RawCall next() throws IOException {
        try {
            while (ready.isEmpty()) {
                int next = bytes.next();
                if (next < 0) {
                    end();
                    return null;
                }
                step((char) next);
            }
        } catch (EOFException e) {
            throw DamagedInputException.cut(here(), e);
        } catch (BrokenContentException e) {
            throw new DamagedInputException(here(), String.valueOf(e.getMessage()), e);
        }
        return ready.remove();
    }

    private void step(char next) throws IOException {
        switch (nest.meet(next)) {
            case RECORD -> record();
            case PART_OF_THE_NEST -> bytes.take(1);
            case KEY_OR_VALUE -> nest.note(bytes.takeScalar());
            case VALUE_AMONG_RECORDS -> add(flawed(here(), "is not a JSON object", bytes.takeScalar()));
            case STRAY -> stray();
        }
    }

    private void record() throws IOException {
        Position position = here();
        if (!isTakenAtOnce(position)) {
            takeToItsEnd(position);
        }
    }

    /** Takes the record if it is sound and the buffer has all of it, which spares looking for its end. */
    private boolean isTakenAtOnce(Position position) throws IOException {
        try {
            return !ignored.areMany() && isTaken(position, bytes.filled() - bytes.at());
        } catch (JsonProcessingException e) {
            found.clear();
            return false;
        }
    }

    private void takeToItsEnd(Position position) throws IOException {
        boolean lines = Boolean.TRUE.equals(onOneLine);
        switch (bytes.extent(lines)) {
            case WHOLE -> {
                takeWhole(position, bytes.length());
            }
            case CUT -> {
                notUtf8.tell(records);
                throw DamagedInputException.cut(position, new EOFException());
            }
            case TOO_LONG -> {
                add(flawed(position, "is longer than " + JsonBytes.LONGEST + " bytes", bytes.text()));
                JsonBytes.Extent extent = bytes.takeTooLong(lines);
                if (extent != JsonBytes.Extent.WHOLE) {
                    bytes.recover();
                }
            }
            case BROKEN -> {
                add(flawed(position, "is not JSON: a string, an object or an array in it is not closed", bytes.text()));
                bytes.take(bytes.length());
                bytes.recover();
            }
        }
    }

    private void takeWhole(Position position, int length) throws IOException {
        if (!notUtf8.isText(bytes.buffer(), bytes.at(), length)) {
            add(notUtf8.reject(new RawCall(position, names), bytes.buffer(), bytes.at(), length));
            bytes.take(length);
            return;
        }
        try {
            isTaken(position, length);
        } catch (JsonProcessingException e) {
            found.clear();
            add(flawed(position, "is not JSON: " + e.getOriginalMessage(), bytes.text()));
            bytes.take(length);
        }
    }

    /**
     * Reads the value that begins here, and takes it where all of it is text.
     *
     * @param most bytes that it can have
     * @throws JsonProcessingException if it is no JSON, or has more; nothing is taken then either
     */
    private boolean isTaken(Position position, int most) throws IOException {
        found.clear();
        int length = fields.readRecord(bytes, most, layout, this::here, this::find);
        boolean text = notUtf8.isText(bytes.buffer(), bytes.at(), length);
        if (text) {
            bytes.take(length);
            found.forEach(this::add);
            if (onOneLine == null) {
                onOneLine = bytes.line() == position.line();
            }
        }
        found.clear();
        return text;
    }

    /** Of what is not where the calls are only calls are kept. */
    private void find(RawCall call) {
        if (!nest.isAside() || call.isAny()) {
            found.add(call);
        }
    }

    private void add(RawCall call) {
        ready.add(call);
        records++;
    }

    private RawCall flawed(Position position, String reason, String text) {
        RawCall call = new RawCall(position, names);
        call.setFlaw(null, null, reason);
        call.setOriginal(text);
        return call;
    }

    /** Behind an array something else has come to its end; among objects on lines of their own it is a record. */
    private void stray() throws IOException {
        Position position = here();
        String text = bytes.takeLine();
        if (!nest.isBehindAnArray()) {
            add(flawed(position, "is not JSON", text));
        } else if (strays.isEmpty()) {
            strays.add(source + ", line " + position.line() + ": behind the end of the calls stands " + Shown.text(text)
                    + ", which is no JSON: take it out if it is not part of the data");
        }
    }

    private void end() throws IOException {
        notUtf8.tell(records);
        if (nest.isOpen()) {
            throw new DamagedInputException(
                    here(),
                    "the input ends before the bracket that closes its array: it is cut short, or lacks it",
                    new EOFException());
        }
        if (!strays.isEmpty()) {
            throw new DamagedInputException(
                    strays.get(0) + "; the " + records + " records before it were read", new IOException());
        }
    }

    private Position here() {
        return new Position(source, records + found.size() + 1, bytes.line());
    }

    @Override
    public Set<String> ignoredFields() {
        return ignored.names();
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
