package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sfcrime.cli.output.OutputFormat;
import io.github.sfcrime.console.rows.Csv;
import io.github.sfcrime.console.rows.PrintableJson;
import io.github.sfcrime.console.rows.Row;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes reports, each at once. */
interface ProgressWriter {

    void write(ProgressReport report) throws IOException;

    /** A writer of that format. */
    static ProgressWriter of(OutputFormat format, Writer out) {
        return switch (format) {
            case json -> json(out);
            case csv -> csv(out);
            case table -> new ProgressTable(out);
        };
    }

    /** One JSON object per line. */
    private static ProgressWriter json(Writer out) {
        ObjectWriter json = new JsonMapper(PrintableJson.factory()).writer();
        return report -> {
            out.write(json.writeValueAsString(report));
            out.write('\n');
            out.flush();
        };
    }

    /** One line per report, nested values as JSON. */
    private static ProgressWriter csv(Writer out) {
        Csv csv = new Csv(out);
        JsonMapper json = new JsonMapper();
        return report -> {
            Map<String, Object> fields = json.convertValue(report, new TypeReference<>() {});
            csv.write(new Row(List.copyOf(fields.keySet()), new ArrayList<>(fields.values())));
            csv.flush();
        };
    }
}
