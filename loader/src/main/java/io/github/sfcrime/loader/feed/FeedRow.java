package io.github.sfcrime.loader.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.json.JsonPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the feed.
 *
 * @param id the portal's own id of it
 * @param values its columns, those that are empty left out
 */
record FeedRow(String id, Map<String, String> values) {

    /** Remembers no names, of which an answer may have any number. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** The rows of a page. */
    static List<FeedRow> page(byte[] json) throws IOException {
        List<FeedRow> rows = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("the answer is no JSON array");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                rows.add(row(parser));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new IOException("the answer is cut short");
            }
        }
        return rows;
    }

    private static FeedRow row(JsonParser parser) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                String point = JsonPoint.text(parser);
                if (CallField.named(column) == CallField.INTERSECTION_POINT) {
                    values.put(column, point);
                }
            } else if (token != JsonToken.VALUE_NULL) {
                values.put(column, parser.getText());
            }
        }
        String id = values.remove(FeedQuery.ROW_ID);
        if (id == null) {
            throw new IOException("a row has no " + FeedQuery.ROW_ID);
        }
        return new FeedRow(id, values);
    }

    /** The row as a record to load. */
    RawCall raw(Position position) {
        RawCall call = new RawCall(position);
        values.forEach((column, value) -> {
            CallField field = CallField.named(column);
            if (field != null) {
                call.put(field, column, value);
            }
        });
        return call;
    }
}
