package io.github.sfcrime.loader.generate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes calls as JSON: an array laid out as the city's file is, or an object a line. */
final class JsonCallWriter implements CallWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;
    private final List<CallField> fields;
    private final boolean array;
    private final CallText text = new CallText();
    private final Map<CallField, SerializedString> keys = new EnumMap<>(CallField.class);

    JsonCallWriter(OutputStream out, List<CallField> fields, boolean array) throws IOException {
        this.fields = fields;
        this.array = array;
        json = JSON.createGenerator(out, JsonEncoding.UTF8);
        for (CallField field : fields) {
            keys.put(field, new SerializedString(field.key()));
        }
        if (array) {
            json.setPrettyPrinter(new CityFileLayout());
            json.writeStartArray();
        } else {
            json.setRootValueSeparator(new SerializedString("\n"));
        }
    }

    @Override
    public void write(CallForService call) throws IOException {
        json.writeStartObject();
        for (CallField field : fields) {
            json.writeFieldName(keys.get(field));
            json.writeString(text.text(call, field));
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (array) {
            json.writeEndArray();
        } else {
            json.writeRaw('\n');
        }
        json.close();
    }
}
