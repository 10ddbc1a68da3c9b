package io.github.sfcrime.loader.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.sfcrime.loader.call.DamagedInputException;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.text.NotUtf8;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the records of a JSON text from its bytes, one value each. What is no JSON costs its own record. */
final class JsonRecords {

    private final String source;
    private final JsonBytes bytes;
    private final JsonLayout layout;
    private final JsonExtent extent;
    private final FieldNames names = new FieldNames();
    private final IgnoredFields ignored = new IgnoredFields();
    private final JsonFields fields = new JsonFields(names, ignored);
    private final PlainObjects plainObjects = new PlainObjects(names, ignored);
    private final NotUtf8 notUtf8 = new NotUtf8();
    private final Deque<RawCall> ready = new ArrayDeque<>();
    private final List<RawCall> found = new ArrayList<>();
    private long count;
    private @Nullable Boolean onOneLine;

    JsonRecords(String source, JsonBytes bytes, JsonLayout layout) {
        this.source = source;
        this.bytes = bytes;
        this.layout = layout;
        extent = new JsonExtent(bytes);
    }

    /** Whether all that were taken were given out. */
    boolean isEmpty() {
        return ready.isEmpty();
    }

    RawCall next() {
        return ready.remove();
    }

    /** How many were taken. */
    long count() {
        return count;
    }

    Position here() {
        return new Position(source, count + found.size() + 1, bytes.line());
    }

    Set<String> ignoredFields() {
        return ignored.names();
    }

    /** Throws the failure that there is to tell at the end of them, if there is one. */
    void tell() throws DamagedInputException {
        notUtf8.tell(count);
    }

    /** Adds what stands where a record should. */
    void addFlawed(Position position, String reason, String text) {
        RawCall call = new RawCall(position, names);
        call.setFlaw(null, null, reason);
        call.setOriginal(text);
        add(call);
    }

    /**
     * Takes the value that begins here.
     *
     * @param aside whether it need not be calls, so that only what has a field of theirs is kept
     */
    void take(boolean aside) throws IOException {
        Position position = here();
        if (!isTakenAsPlain(position, aside) && !isTakenAtOnce(position, aside)) {
            takeToItsEnd(position, aside);
        }
    }

    /** Takes the record if it is as plain as almost all are. */
    private boolean isTakenAsPlain(Position position, boolean aside) throws IOException {
        if (layout.isRows() || !layout.path().isEmpty() || ignored.areMany()) {
            return false;
        }
        RawCall call;
        do {
            call = plainObjects.read(bytes.buffer(), bytes.at(), bytes.filled(), position);
        } while (call == null && plainObjects.isAtLimit() && bytes.more());
        if (call == null) {
            return false;
        }
        bytes.take(plainObjects.end() - bytes.at(), plainObjects.lines());
        noteLines(plainObjects.lines());
        find(call, aside);
        addFound();
        return true;
    }

    /** Takes the record if it is sound and the buffer has all of it, which spares looking for its end. */
    private boolean isTakenAtOnce(Position position, boolean aside) throws IOException {
        try {
            return !ignored.areMany() && isTaken(position, bytes.filled() - bytes.at(), aside);
        } catch (JsonProcessingException e) {
            found.clear();
            return false;
        }
    }

    private void takeToItsEnd(Position position, boolean aside) throws IOException {
        boolean lines = Boolean.TRUE.equals(onOneLine);
        switch (extent.find(lines)) {
            case WHOLE -> {
                takeWhole(position, extent.length(), aside);
            }
            case CUT -> {
                notUtf8.tell(count);
                throw DamagedInputException.cut(position, new EOFException());
            }
            case TOO_LONG -> {
                addFlawed(position, "is longer than " + JsonBytes.LONGEST + " bytes", bytes.text(extent.length()));
                JsonExtent.End end = extent.takeTooLong(lines);
                if (end != JsonExtent.End.WHOLE) {
                    bytes.recover();
                }
            }
            case BROKEN -> {
                addFlawed(
                        position,
                        "is not JSON: a string, an object or an array in it is not closed",
                        bytes.text(extent.length()));
                bytes.take(extent.length());
                bytes.recover();
            }
        }
    }

    private void takeWhole(Position position, int length, boolean aside) throws IOException {
        if (!notUtf8.isText(bytes.buffer(), bytes.at(), length)) {
            add(notUtf8.reject(new RawCall(position, names), bytes.buffer(), bytes.at(), length));
            bytes.take(length);
            return;
        }
        try {
            isTaken(position, length, aside);
        } catch (JsonProcessingException e) {
            found.clear();
            addFlawed(position, "is not JSON: " + e.getOriginalMessage(), bytes.text(extent.length()));
            bytes.take(length);
        }
    }

    /**
     * Reads the value that begins here, and takes it where all of it is text.
     *
     * @param most bytes that it can have
     * @throws JsonProcessingException if it is no JSON, or has more; nothing is taken then either
     */
    private boolean isTaken(Position position, int most, boolean aside) throws IOException {
        found.clear();
        int length = fields.readRecord(bytes, most, layout, this::here, call -> find(call, aside));
        boolean text = notUtf8.isText(bytes.buffer(), bytes.at(), length);
        if (text) {
            bytes.take(length);
            noteLines(bytes.line() - position.line());
            addFound();
        }
        found.clear();
        return text;
    }

    private void noteLines(long lines) {
        if (onOneLine == null) {
            onOneLine = lines == 0;
        }
    }

    private void addFound() {
        found.forEach(this::add);
        found.clear();
    }

    /** Of what is not where the calls are only calls are kept. */
    private void find(RawCall call, boolean aside) {
        if (!aside || call.isAny()) {
            found.add(call);
        }
    }

    private void add(RawCall call) {
        ready.add(call);
        count++;
    }
}
