package io.github.sfcrime.loader.generate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;

/** Lays out an array of flat objects as the city's file does; constants only, because every field passes here. */
final class CityFileLayout implements PrettyPrinter {

    private static final SerializableString OPEN_ARRAY = new SerializedString("[\n    ");
    private static final SerializableString NEXT_OBJECT = new SerializedString(",\n    ");
    private static final SerializableString CLOSE_ARRAY = new SerializedString("\n]");
    private static final SerializableString CLOSE_EMPTY_ARRAY = new SerializedString("[ ]");
    private static final SerializableString OPEN_OBJECT = new SerializedString("{\n        ");
    private static final SerializableString NEXT_FIELD = new SerializedString(",\n        ");
    private static final SerializableString FIELD_VALUE = new SerializedString(": ");
    private static final SerializableString CLOSE_OBJECT = new SerializedString("\n    }");

    /** Waits for the first object, because an empty array is one line. */
    @Override
    public void writeStartArray(JsonGenerator json) {}

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        json.writeRaw(OPEN_ARRAY);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(NEXT_OBJECT);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        json.writeRaw(values == 0 ? CLOSE_EMPTY_ARRAY : CLOSE_ARRAY);
    }

    @Override
    public void writeStartObject(JsonGenerator json) {}

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        json.writeRaw(OPEN_OBJECT);
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        json.writeRaw(NEXT_FIELD);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(FIELD_VALUE);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int fields) throws IOException {
        json.writeRaw(CLOSE_OBJECT);
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {}
}
