package io.github.sfcrime.console.rows;

import io.github.sfcrime.cli.output.OutputFormat;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicRecord;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import org.apache.avro.generic.IndexedRecord;

/** Writes rows in one of the output formats; it does not close its target. */
public interface RecordWriter extends RecordHandler, Closeable, Flushable {

    /** A writer of that format. */
    static RecordWriter of(OutputFormat format, Writer out) throws IOException {
        return switch (format) {
            case json -> new JsonLines(out);
            case csv -> new Csv(out);
            case table -> new Table(out);
        };
    }

    /** Writes one row, or buffers it until {@link #flush} or {@link #close}. */
    void write(Row row) throws IOException;

    /** Writes the fields of an Avro record. */
    default void write(IndexedRecord record) throws IOException {
        write(Row.of(record));
    }

    @Override
    default void handle(TopicRecord record) throws IOException {
        write(Row.of(record));
    }

    @Override
    default void caughtUp() throws IOException {
        flush();
    }

    @Override
    default void close() throws IOException {
        flush();
    }
}
