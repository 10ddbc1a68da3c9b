package io.github.sfcrime.console;

import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicRecord;
import java.io.IOException;
import java.util.function.Function;

/** Prints records as rows, with or without their envelope. */
record Printer(RecordWriter writer, Function<TopicRecord, Row> rows) implements RecordHandler {

    @Override
    public void handle(TopicRecord record) throws IOException {
        writer.write(rows.apply(record));
    }

    @Override
    public void caughtUp() throws IOException {
        writer.flush();
    }
}
