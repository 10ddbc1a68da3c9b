package io.github.sfcrime.loader.read;

import io.github.sfcrime.loader.call.CallReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A format in which calls for service come. */
enum InputFormat {
    JSON {
        @Override
        CallReader reader(String source, BufferedInputStream in, @Nullable Character delimiter) throws IOException {
            in.mark(JsonPeek.MOST_BYTES);
            JsonLayout layout = JsonPeek.layout(source, in);
            in.reset();
            // All that is read would be kept for the mark.
            in.mark(0);
            return new JsonCallReader(source, in, layout);
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
