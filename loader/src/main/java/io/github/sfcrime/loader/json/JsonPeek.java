package io.github.sfcrime.loader.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.BrokenContentException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.csv.CsvHeading;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the first call of a JSON text, whatever it is wrapped in: a portal's envelope, GeoJSON, pages of results, a
 * table of pandas. The first object with a field that only calls have is one.
 */
final class JsonPeek {

    /** Objects without such a field after which there will be none. */
    private static final int MOST_OBJECTS = 2000;

    /** Bytes that may stand in front of the first call. */
    static final int MOST_BYTES = 1 << 24;

    private final String source;
    private final JsonParser parser;
    private final Deque<JsonFrame> open = new ArrayDeque<>();
    private final JsonKeys keys;
    private int objects;
    private @Nullable JsonToken previous;

    private JsonPeek(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
        keys = new JsonKeys(source);
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
        throw keys.refusal(objects);
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
                if (previous == JsonToken.START_ARRAY) {
                    keys.noteEmpty(array.key());
                }
            }
            case END_OBJECT -> open.pop();
            case FIELD_NAME -> {
                return named(parser.currentName());
            }
            case VALUE_STRING -> keys.noteValue(open, parser.getText());
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
        keys.note(name);
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
        if (CsvHeading.isOne(keys.columns())) {
            return held(around, List.of(), keys.columns());
        }
        keys.noteRows();
        if (keys.columns().isEmpty() && open.size() == 2) {
            List<String> heading = new ArrayList<>();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                heading.add(parser.getText());
            }
            if (parser.currentToken() == JsonToken.END_ARRAY && CsvHeading.isOne(heading)) {
                return new JsonLayout(parser.currentLocation().getByteOffset(), 0, 1, "", List.of(), heading, false);
            }
            heading.forEach(keys::note);
            parser.skipChildren();
            open.pop();
        }
        return null;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
