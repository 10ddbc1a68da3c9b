package io.github.sfcrime.loader.read;

import com.fasterxml.jackson.core.JsonParser;
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
    private final PlainObjects plainObjects = new PlainObjects(names, ignored);
    private final JsonFields fields = new JsonFields(names, ignored);
    private final NotUtf8 notUtf8 = new NotUtf8();
    private final Deque<RawCall> ready = new ArrayDeque<>();
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
                if (next == '{' && nest.isAmongRecords()) {
                    RawCall plain = plain();
                    if (plain != null) {
                        return plain;
                    }
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
        boolean lines = Boolean.TRUE.equals(onOneLine);
        switch (bytes.extent(lines)) {
            case WHOLE -> {
                parse(position);
                long before = bytes.line();
                bytes.take(bytes.length());
                noteLines(bytes.line() - before);
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

    /** The object that begins here, taken, if it is as plain as most are. */
    private @Nullable RawCall plain() throws IOException {
        Position position = here();
        RawCall call;
        do {
            call = plainObjects.read(bytes.buffer(), bytes.at(), bytes.filled(), position);
        } while (call == null && plainObjects.isAtLimit() && bytes.more());
        if (call != null) {
            bytes.take(plainObjects.end() - bytes.at(), plainObjects.lines());
            noteLines(plainObjects.lines());
            nest.takeRecord();
            records++;
        }
        return call;
    }

    private void noteLines(long lines) {
        if (onOneLine == null) {
            onOneLine = lines == 0;
        }
    }

    private void parse(Position position) throws IOException {
        byte[] buffer = bytes.buffer();
        int before = ready.size();
        String text = notUtf8.text(buffer, bytes.at(), bytes.length());
        if (text == null) {
            add(notUtf8.reject(new RawCall(position, names), buffer, bytes.at(), bytes.length()));
            return;
        }
        try (JsonParser parser = fields.parser(text, buffer, bytes.at(), bytes.length())) {
            parser.nextToken();
            if (layout.isRows()) {
                add(fields.readRow(parser, layout.columns(), position));
            } else {
                fields.readAll(parser, layout.path(), this::here, this::add);
            }
        } catch (JsonProcessingException e) {
            while (ready.size() > before) {
                ready.removeLast();
                records--;
            }
            add(flawed(position, "is not JSON: " + e.getOriginalMessage(), bytes.text()));
        }
    }

    /** Of what is not where the calls are only calls are kept. */
    private void add(RawCall call) {
        if (!nest.isAside() || call.isAny()) {
            ready.add(call);
            records++;
        }
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
        return new Position(source, records + 1, bytes.line());
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
