package io.github.sfcrime.loader;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;

/** Writes calls as JSON: an array laid out as the city's file is, or an object a line. */
final class JsonCallWriter implements CallWriter {

    private final JsonGenerator json;
    private final boolean array;
    private final CallText text = new CallText();
    private final Map<CallField, SerializedString> keys = new EnumMap<>(CallField.class);

    JsonCallWriter(OutputStream out, boolean array) throws IOException {
        this.array = array;
        json = JsonFields.JSON.createGenerator(out, JsonEncoding.UTF8);
        for (CallField field : CallField.ALL) {
            keys.put(field, new SerializedString(field.key()));
        }
        if (array) {
            json.setPrettyPrinter(asInTheCitysFile());
            json.writeStartArray();
        } else {
            json.setRootValueSeparator(new SerializedString("\n"));
        }
    }

    private static DefaultPrettyPrinter asInTheCitysFile() {
        DefaultIndenter fourSpaces = new DefaultIndenter("    ", "\n");
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentArraysWith(fourSpaces);
        printer.indentObjectsWith(fourSpaces);
        return printer;
    }

    @Override
    public void write(CallForService call) throws IOException {
        json.writeStartObject();
        for (CallField field : CallField.ALL) {
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
