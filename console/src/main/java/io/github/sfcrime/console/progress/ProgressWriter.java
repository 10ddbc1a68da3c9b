package io.github.sfcrime.console.progress;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;

/** Writes reports, each at once. */
interface ProgressWriter {

    void write(ProgressReport report) throws IOException;

    /** The formats, under the names that the command line has for them. */
    enum Format {
        json,
        table;

        ProgressWriter writer(Writer out) {
            return switch (this) {
                case json -> json(out);
                case table -> new ProgressTable(out);
            };
        }
    }

    /** One JSON object per line. */
    private static ProgressWriter json(Writer out) {
        ObjectWriter json = JsonMapper.builder()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build()
                .writer();
        return report -> {
            out.write(json.writeValueAsString(report));
            out.write('\n');
            out.flush();
        };
    }
}
