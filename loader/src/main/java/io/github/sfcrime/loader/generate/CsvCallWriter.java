package io.github.sfcrime.loader.generate;

import io.github.sfcrime.cli.CsvLines;
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
    private final @Nullable String[] fields = new String[CallField.OF_THE_FILE.size()];
    private final List<@Nullable String> row = Arrays.asList(fields);

    CsvCallWriter(OutputStream out) throws IOException {
        csv = new CsvLines(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(CallField.OF_THE_FILE.stream()
                .<@Nullable String>map(CallField::heading)
                .toList());
    }

    @Override
    public void write(CallForService call) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            String value = text.text(call, CallField.OF_THE_FILE.get(i));
            fields[i] = value.isEmpty() ? null : value;
        }
        csv.write(row);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
