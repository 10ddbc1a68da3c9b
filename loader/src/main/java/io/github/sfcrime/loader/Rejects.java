package io.github.sfcrime.loader;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.loader.call.RawCall;
import io.github.sfcrime.loader.call.UnfitValueException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of the records that did not fit, one JSON object a line, there only if there is such a record. */
final class Rejects implements Closeable {

    private final Path file;
    private @Nullable JsonGenerator json;
    private long count;

    Rejects(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    long count() {
        return count;
    }

    /** Keeps a record with its position, the reason, and its fields as they were. */
    void add(RawCall call, UnfitValueException reason) throws IOException {
        if (json == null) {
            json = new JsonFactory().createGenerator(Files.newOutputStream(file), JsonEncoding.UTF8);
            json.setRootValueSeparator(null);
        }
        count++;
        json.writeStartObject();
        json.writeStringField("source", call.position().source());
        json.writeNumberField("record", call.position().record());
        json.writeNumberField("line", call.position().line());
        json.writeStringField("field", reason.field());
        json.writeStringField("value", reason.value());
        json.writeStringField("reason", reason.getMessage());
        writeOriginal(json, call);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static void writeOriginal(JsonGenerator json, RawCall call) throws IOException {
        if (call.original() != null) {
            json.writeStringField("original", call.original());
            return;
        }
        json.writeObjectFieldStart("original");
        for (CallField field : CallField.ALL) {
            String value = call.value(field);
            if (value != null) {
                json.writeStringField(field.key(), value);
            }
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (json != null) {
            json.close();
        }
    }
}
