package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.CallReader;
import java.io.IOException;
import java.io.InputStream;

/** A format in which calls for service come. */
enum InputFormat {
    JSON {
        @Override
        CallReader reader(String source, InputStream in) throws IOException {
            return new JsonArrayReader(source, in);
        }
    },
    JSONL {
        @Override
        CallReader reader(String source, InputStream in) {
            return new JsonLinesReader(source, in);
        }
    },
    CSV {
        @Override
        CallReader reader(String source, InputStream in) throws IOException {
            return new CsvCallReader(source, in);
        }
    };

    /** Reads calls in this format; closing the reader closes {@code in}. */
    abstract CallReader reader(String source, InputStream in) throws IOException;
}
