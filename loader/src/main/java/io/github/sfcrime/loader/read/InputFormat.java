package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.CallReader;
import io.github.sfcrime.loader.csv.CsvCallReader;
import io.github.sfcrime.loader.csv.Lines;
import io.github.sfcrime.loader.json.JsonCallReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A format in which calls for service come. */
enum InputFormat {
    JSON {
        @Override
        CallReader reader(String source, BufferedInputStream in, @Nullable Character delimiter) throws IOException {
            return JsonCallReader.open(source, in);
        }
    },
    JSONL {
        @Override
        CallReader reader(String source, BufferedInputStream in, @Nullable Character delimiter) throws IOException {
            return JSON.reader(source, in, delimiter);
        }
    },
    CSV {
        @Override
        CallReader reader(String source, BufferedInputStream in, @Nullable Character delimiter) throws IOException {
            return new CsvCallReader(
                    source, new Lines(in, ContentStart.of(source, in).lineEnd()), delimiter);
        }
    };

    /** Reads calls in this format; closing the reader closes {@code in}. */
    abstract CallReader reader(String source, BufferedInputStream in, @Nullable Character delimiter) throws IOException;
}
