package io.github.sfcrime.loader.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.Shown;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the first call of a JSON text, whatever it is wrapped in: a portal's envelope, GeoJSON, pages of results, a
 * table of pandas. The first object with a field that only calls have is one.
 */
final class JsonPeek {

    /** Objects without such a field after which there will be none. */
    private static final int MOST_OBJECTS = 2000;

    private static final int MOST_NAMES = 40;

    /** Bytes that may stand in front of the first call. */
    static final int MOST_BYTES = 1 << 24;

    private final String source;
    private final JsonParser parser;
    private final Deque<JsonFrame> open = new ArrayDeque<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> columns = new ArrayList<>();
    private int objects;
    private boolean rows;
    private @Nullable JsonToken previous;
    /** The key of an array without values. */
    private String empty = "";

    private JsonPeek(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /**
     * Where the calls are; {@code content} is read as far as it takes to know.
     *
     * @throws UserErrorException if it is another data set, or no data set
     */
    static JsonLayout layout(String source, InputStream content) throws IOException {
        try (JsonParser parser = JsonFields.JSON.createParser(new JsonSequenceInputStream(content, MOST_BYTES))) {
            return new JsonPeek(source, parser).find();
        } catch (JsonProcessingException e) {
            // What is wrong is told with its place where it is read.
            return JsonLayout.plain(List.of());
        } catch (EOFException | BrokenContentException e) {
            return JsonLayout.plain(List.of());
        }
    }

    private JsonLayout find() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            JsonLayout found = look(token);
            previous = token;
            if (found != null) {
                return found;
            }
            if (objects > MOST_OBJECTS) {
                break;
            }
        }
        if (objects == 0) {
            return JsonLayout.plain(List.of());
        }
        throw refusal();
    }

    private @Nullable JsonLayout look(JsonToken token) throws IOException {
        switch (token) {
            case START_OBJECT -> {
                objects++;
                open(false);
            }
            case START_ARRAY -> {
                JsonFrame around = open.peek();
                open(true);
                return around != null && around.isArray() ? rows(around) : null;
            }
            case END_ARRAY -> {
                JsonFrame array = open.pop();
                empty = previous == JsonToken.START_ARRAY ? array.key() : empty;
            }
            case END_OBJECT -> open.pop();
            case FIELD_NAME -> {
                return named(parser.currentName());
            }
            case VALUE_STRING -> noteColumn(parser.getText());
            default -> {}
        }
        return null;
    }

    private void open(boolean array) {
        JsonFrame around = open.peek();
        String key = around == null || around.isArray() ? "" : around.key();
        open.push(new JsonFrame(array, key, parser.currentTokenLocation().getByteOffset()));
    }

    private @Nullable JsonLayout named(String name) throws IOException {
        open.element().setKey(name);
        if (names.size() < MOST_NAMES) {
            names.add(name);
        }
        CallField field = CallField.named(name);
        if (field == null || !field.isTelling()) {
            return null;
        }
        if (open.size() == 1 && isColumn(parser.nextToken())) {
            throw new UserErrorException("cannot load " + source
                    + ": it is a table by columns, as pandas writes it: write it with orient='records', lines=True");
        }
        return objectsLikeThis();
    }

    private boolean isColumn(JsonToken token) throws IOException {
        return token == JsonToken.START_ARRAY
                || (token == JsonToken.START_OBJECT
                        && parser.nextToken() == JsonToken.FIELD_NAME
                        && isNumber(parser.currentName()));
    }

    private JsonLayout objectsLikeThis() {
        List<String> path = new ArrayList<>();
        Iterator<JsonFrame> frames = open.iterator();
        JsonFrame frame = frames.next();
        while (frames.hasNext() && !frame.isArray()) {
            frame = frames.next();
            if (!frame.isArray()) {
                path.add(0, frame.key());
            }
        }
        if (frame.isArray() && frames.hasNext()) {
            return held(frame, path, List.of());
        }
        if (!frame.isArray() && !path.isEmpty() && isNumber(path.get(0))) {
            return new JsonLayout(frame.offset() + 1, 1, 0, "", path.subList(1, path.size()), List.of(), true);
        }
        return JsonLayout.plain(path);
    }

    /** Calls in an array that something is around. */
    private JsonLayout held(JsonFrame array, List<String> path, List<String> columns) {
        int around = 0;
        Iterator<JsonFrame> outermost = open.descendingIterator();
        while (outermost.next() != array) {
            around++;
        }
        return new JsonLayout(array.offset(), around, 0, array.key(), path, columns, false);
    }

    /** An array within an array: values, their names before them or in the first of these arrays. */
    private @Nullable JsonLayout rows(JsonFrame around) throws IOException {
        if (CsvHeading.isOne(columns)) {
            return held(around, List.of(), columns);
        }
        rows = true;
        if (columns.isEmpty() && open.size() == 2) {
            List<String> heading = new ArrayList<>();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                heading.add(parser.getText());
            }
            if (parser.currentToken() == JsonToken.END_ARRAY && CsvHeading.isOne(heading)) {
                return new JsonLayout(parser.currentLocation().getByteOffset(), 0, 1, "", List.of(), heading, false);
            }
            names.addAll(heading.subList(0, Math.min(MOST_NAMES, heading.size())));
            parser.skipChildren();
            open.pop();
        }
        return null;
    }

    /** Names of columns, as the portal tells them and as pandas does. */
    private void noteColumn(String text) {
        JsonFrame frame = open.peek();
        if (frame == null) {
            return;
        }
        boolean ofPandas = frame.isArray() && frame.key().equals("columns");
        boolean ofThePortal = !frame.isArray() && frame.key().equals("fieldName");
        if (ofPandas
                || (ofThePortal
                        && open.stream()
                                .anyMatch(
                                        outer -> outer.isArray() && outer.key().equals("columns")))) {
            columns.add(text);
        }
    }

    private UserErrorException refusal() {
        if (names.contains("error") && names.contains("message")) {
            return new NoInputException(source, "it is an error that the portal answered with: get it anew");
        }
        if (!columns.isEmpty() && CsvHeading.isOne(columns)) {
            return new UserErrorException(
                    "cannot load " + source
                            + (rows
                                    ? ": its rows stand before the names of their columns: put meta in front of data"
                                    : ": it describes a data set and has no rows: get its rows, as CSV or from /resource/ID.json"));
        }
        if (objects == 1 && !empty.isEmpty()) {
            return new NoInputException(source, "it has no records: its '" + Shown.text(empty) + "' is empty");
        }
        return OtherDataSet.refusal(source, columns.isEmpty() ? names : columns);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
