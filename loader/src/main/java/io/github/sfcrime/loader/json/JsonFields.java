package io.github.sfcrime.loader.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.FieldNames;
import io.github.sfcrime.loader.call.IgnoredFields;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the fields of calls from JSON values. */
final class JsonFields {

    /** Takes numbers of any length, which are text here, and what Python writes for missing ones. */
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(JsonBytes.LONGEST)
                    .maxNameLength(JsonBytes.LONGEST)
                    .build())
            .build();

    /** Does not remember names, which takes longer with few of them and is all that works with very many. */
    private static final JsonFactory OF_MANY_NAMES =
            JSON.rebuild().disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES).build();

    /** Where a feature of GeoJSON has its point, beside its fields. */
    private static final String GEOMETRY = "geometry";

    private final FieldNames names;
    private final IgnoredFields ignored;

    /**
     * @param names is told what the fields are called
     * @param ignored is told the keys that are no fields
     */
    JsonFields(FieldNames names, IgnoredFields ignored) {
        this.names = names;
        this.ignored = ignored;
    }

    /**
     * Reads the calls in the value that begins where {@code bytes} are, and takes nothing.
     *
     * @param most bytes that it can have
     * @param position of the next call
     * @return how many bytes it has
     */
    int readRecord(JsonBytes bytes, int most, JsonLayout layout, Supplier<Position> position, Consumer<RawCall> calls)
            throws IOException {
        try (JsonParser parser = parser(bytes.buffer(), bytes.at(), most)) {
            parser.nextToken();
            if (layout.isRows()) {
                calls.accept(readRow(parser, layout.columns(), position.get()));
            } else {
                readAll(parser, layout.path(), position, calls);
            }
            long end = parser.currentLocation().getByteOffset();
            return end < 0 ? most : (int) end;
        }
    }

    private JsonParser parser(byte[] bytes, int start, int length) throws IOException {
        return ignored.areMany()
                ? OF_MANY_NAMES.createParser(new String(bytes, start, length, StandardCharsets.UTF_8))
                : JSON.createParser(bytes, start, length);
    }

    /**
     * Reads the calls in the value at which {@code parser} stands: those of an array are its values.
     *
     * @param path keys from the value to the fields
     * @param position of the next call
     */
    private void readAll(JsonParser parser, List<String> path, Supplier<Position> position, Consumer<RawCall> calls)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readAll(parser, path, position, calls);
            }
        } else if (token == JsonToken.START_OBJECT && !path.isEmpty()) {
            readWithin(parser, path, position, calls);
        } else {
            calls.accept(read(parser, position.get()));
        }
    }

    private void readWithin(JsonParser parser, List<String> path, Supplier<Position> position, Consumer<RawCall> calls)
            throws IOException {
        boolean found = false;
        List<RawCall> within = new ArrayList<>();
        String point = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals(path.get(0))) {
                found = true;
                readAll(parser, path.subList(1, path.size()), position, within::add);
            } else if (key.equals(GEOMETRY) && value == JsonToken.START_OBJECT) {
                point = JsonPoint.text(parser);
            } else {
                parser.skipChildren();
            }
        }
        for (RawCall call : within) {
            if (point != null && call.value(CallField.INTERSECTION_POINT) == null) {
                call.put(CallField.INTERSECTION_POINT, GEOMETRY, point);
            }
            calls.accept(call);
        }
        if (!found) {
            RawCall call = new RawCall(position.get(), names);
            call.setFlaw(path.get(0), null, "is missing");
            calls.accept(call);
        }
    }

    /** Reads the value at which {@code parser} stands, which should be an object, to its end. */
    RawCall read(JsonParser parser, Position position) throws IOException {
        RawCall call = new RawCall(position, names);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            call.setFlaw(null, parser.getText(), "is not a JSON object");
            parser.skipChildren();
            return call;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            readValue(parser, key, CallField.named(key), call);
        }
        return call;
    }

    /** Reads an array of values; the portal puts some of its own in front of those that it names. */
    private RawCall readRow(JsonParser parser, List<String> columns, Position position) throws IOException {
        RawCall call = new RawCall(position, names);
        List<@Nullable String> values = new ArrayList<>();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            call.setFlaw(null, parser.getText(), "is not a JSON array as the others are");
            parser.skipChildren();
            return call;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText());
            parser.skipChildren();
        }
        int inFront = values.size() - columns.size();
        if (inFront < 0) {
            call.setFlaw(null, null, "has " + values.size() + " values where there are " + columns.size() + " columns");
            return call;
        }
        for (int i = 0; i < columns.size(); i++) {
            set(call, columns.get(i), CallField.named(columns.get(i)), values.get(inFront + i));
        }
        return call;
    }

    private void readValue(JsonParser parser, String key, @Nullable CallField field, RawCall call) throws IOException {
        if (field == null) {
            ignored.add(key);
            parser.skipChildren();
        } else if (field == CallField.INTERSECTION_POINT && parser.currentToken() == JsonToken.START_OBJECT) {
            set(call, key, field, JsonPoint.text(parser));
        } else if (parser.currentToken().isStructStart()) {
            call.setFlaw(key, parser.getText(), "is not a single value");
            parser.skipChildren();
        } else {
            set(call, key, field, parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getText());
        }
    }

    private void set(RawCall call, String key, @Nullable CallField field, @Nullable String value) {
        if (field == null) {
            ignored.add(key);
            return;
        }
        if (value == null) {
            names.put(field, key);
        } else {
            call.put(field, key, value);
        }
    }
}
