package io.github.sfcrime.loader.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.Position;
import io.github.sfcrime.loader.call.RawCall;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Reads the fields of a call from a JSON object. */
final class JsonFields {

    static final JsonFactory JSON = new JsonFactory();

    private final Set<String> ignored = new TreeSet<>();

    /** Whether parsing failed because the input ended; between fields Jackson has no exception of its own for that. */
    static boolean isCut(JsonProcessingException e) {
        return e instanceof JsonEOFException || e.getOriginalMessage().startsWith("Unexpected end-of-input");
    }

    Set<String> ignored() {
        return ignored;
    }

    /** Reads the value at which {@code parser} stands, which should be an object, to its end. */
    RawCall read(JsonParser parser, Position position) throws IOException {
        RawCall call = new RawCall(position);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            call.setFlaw(null, parser.getText(), "is not a JSON object");
            parser.skipChildren();
            return call;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            readField(parser, call);
        }
        return call;
    }

    private void readField(JsonParser parser, RawCall call) throws IOException {
        String key = parser.currentName();
        JsonToken token = parser.nextToken();
        CallField field = CallField.ofKey(key);
        if (field == null) {
            ignored.add(key);
            parser.skipChildren();
        } else if (token.isStructStart()) {
            call.setFlaw(key, parser.getText(), "is not a single value");
            parser.skipChildren();
        } else if (token != JsonToken.VALUE_NULL) {
            String text = parser.getText();
            if (call.value(field) != null) {
                call.setFlaw(key, text, "stands in the record more than once");
            }
            call.set(field, text);
        }
    }
}
