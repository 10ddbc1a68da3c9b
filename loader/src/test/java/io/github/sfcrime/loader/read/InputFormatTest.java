package io.github.sfcrime.loader.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sfcrime.loader.call.CallReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class InputFormatTest {

    private static final int BUFFER = 1 << 12;

    @Test
    void whatWasReadOfAFileOfJsonIsNotKept() throws Exception {
        String call =
                "{\"crime_id\":\"1\",\"original_crime_type_name\":\"Poss\",\"call_date_time\":\"2018-12-31T23:57\"}\n";
        byte[] file = call.repeat(20_000).getBytes(StandardCharsets.UTF_8);
        Buffered in = new Buffered(new ByteArrayInputStream(file));

        int read = 0;
        try (CallReader reader = InputFormat.JSON.reader("calls.jsonl", in, null)) {
            while (reader.next() != null) {
                read++;
            }
            assertThat(in.bufferBytes()).isLessThan(100 * BUFFER);
        }

        assertThat(read).isEqualTo(20_000);
    }

    /** Tells how large its buffer has become. */
    private static final class Buffered extends BufferedInputStream {

        Buffered(InputStream in) {
            super(in, BUFFER);
        }

        int bufferBytes() {
            return buf.length;
        }
    }
}
