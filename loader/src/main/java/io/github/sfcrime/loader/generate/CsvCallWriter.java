package io.github.sfcrime.loader.generate;

import io.github.sfcrime.cli.output.CsvLines;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes calls as CSV with the portal's headings. */
final class CsvCallWriter implements CallWriter {

    private final CsvLines csv;
    private final CallText text = new CallText();
    private final List<CallField> fields;
    private final @Nullable String[] values;
    private final List<@Nullable String> row;

    CsvCallWriter(OutputStream out, List<CallField> fields) throws IOException {
        this.fields = fields;
        values = new String[fields.size()];
        row = Arrays.asList(values);
        csv = new CsvLines(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(fields.stream().<@Nullable String>map(CallField::heading).toList());
    }

    @Override
    public void write(CallForService call) throws IOException {
        for (int i = 0; i < values.length; i++) {
            String value = text.text(call, fields.get(i));
            values[i] = value.isEmpty() ? null : value;
        }
        csv.write(row);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
