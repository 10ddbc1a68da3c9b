package io.github.sfcrime.loader.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.schemas.CallForService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Writes calls as CSV with the portal's headings. */
final class CsvCallWriter implements CallWriter {

    private final CsvWriter csv;
    private final CallText text = new CallText();
    private final String[] row = new String[CallField.OF_THE_FILE.size()];

    CsvCallWriter(OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(CallField.OF_THE_FILE.stream().map(CallField::heading).toList());
    }

    @Override
    public void write(CallForService call) {
        for (int i = 0; i < row.length; i++) {
            row[i] = text.text(call, CallField.OF_THE_FILE.get(i));
        }
        csv.writeRecord(row);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
