package io.github.sfcrime.loader.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A GeoJSON point. */
public final class JsonPoint {

    private JsonPoint() {}

    /**
     * Reads the object or array at which {@code parser} stands to its end.
     *
     * @return its numbers as a point in well-known text, {@code POINT (-122.4194 37.7749)}
     */
    public static String text(JsonParser parser) throws IOException {
        List<String> numbers = new ArrayList<>();
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new IOException("the JSON is cut short");
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isNumeric()) {
                numbers.add(parser.getText());
            }
        }
        return "POINT (" + String.join(" ", numbers) + ")";
    }
}
