package io.github.sfcrime.console;

import io.github.sfcrime.cli.OutputFormat;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import org.apache.avro.generic.IndexedRecord;

/** Writes rows in one of the formats that people and programs read; what it is given to write to stays open. */
public interface RecordWriter extends RecordHandler, Closeable, Flushable {

    /** Writes in that format. */
    static RecordWriter of(OutputFormat format, Writer out) throws IOException {
        return switch (format) {
            case json -> new JsonLines(out);
            case csv -> new Csv(out);
            case table -> new Table(out);
        };
    }

    /** Writes one row; it may be held back until {@link #flush} or {@link #close}. */
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
