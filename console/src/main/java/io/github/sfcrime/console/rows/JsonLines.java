package io.github.sfcrime.console.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes each row as a line of JSON, with control characters escaped. */
public final class JsonLines implements RecordWriter {

    private static final JsonFactory JSON = PrintableJson.factory();

    private final JsonGenerator generator;

    /** Writes to {@code out}. */
    public JsonLines(Writer out) throws IOException {
        generator = JSON.createGenerator(out);
        generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /** A value of a {@link Row} as JSON, on one line. */
    public static String json(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonLines lines = new JsonLines(text)) {
            lines.writeValue(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public void write(Row row) throws IOException {
        writeValue(row);
        generator.writeRaw('\n');
    }

    @Override
    public void flush() throws IOException {
        generator.flush();
    }

    private void writeValue(@Nullable Object value) throws IOException {
        if (value instanceof Row row) {
            writeRow(row);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof List<?> list) {
            writeList(list);
        } else {
            generator.writePOJO(value);
        }
    }

    private void writeRow(Row row) throws IOException {
        generator.writeStartObject();
        for (int i = 0; i < row.names().size(); i++) {
            generator.writeFieldName(row.names().get(i));
            writeValue(row.values().get(i));
        }
        generator.writeEndObject();
    }

    private void writeMap(Map<?, ?> map) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            generator.writeFieldName(entry.getKey().toString());
            writeValue(entry.getValue());
        }
        generator.writeEndObject();
    }

    private void writeList(List<?> list) throws IOException {
        generator.writeStartArray();
        for (Object element : list) {
            writeValue(element);
        }
        generator.writeEndArray();
    }
}
