package io.github.sfcrime.loader.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.sfcrime.cli.UserErrorException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The first bytes of an input, which tell its format. */
final class ContentStart {

    private static final int LENGTH = 8192;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final String UNKNOWN = "it is no JSON array, no JSON lines and no CSV with the headings of calls for"
            + " service; give another file, or name its format with --input-format";

    private final String source;
    private final String text;

    private ContentStart(String source, String text) {
        this.source = source;
        this.text = text;
    }

    /** Looks at the beginning of {@code content} and leaves it to be read, without a byte order mark. */
    static ContentStart of(String source, BufferedInputStream content) throws IOException {
        content.mark(LENGTH);
        byte[] start = firstBytes(content);
        content.reset();
        if (startsWithByteOrderMark(start)) {
            content.skipNBytes(BYTE_ORDER_MARK.length);
        }
        String text = new String(start, StandardCharsets.UTF_8);
        return new ContentStart(source, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static byte[] firstBytes(BufferedInputStream content) throws IOException {
        byte[] start = new byte[LENGTH];
        int length = 0;
        try {
            int read;
            do {
                read = content.read(start, length, LENGTH - length);
                length += Math.max(read, 0);
            } while (read > 0);
        } catch (IOException e) {
            // A stream that breaks this early breaks again for the reader, which knows how many records it had.
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(start, length);
    }

    private static boolean startsWithByteOrderMark(byte[] start) {
        return start.length >= BYTE_ORDER_MARK.length
                && start[0] == BYTE_ORDER_MARK[0]
                && start[1] == BYTE_ORDER_MARK[1]
                && start[2] == BYTE_ORDER_MARK[2];
    }

    /** The format, refused where it is none that is known. */
    InputFormat format() {
        String content = text.stripLeading();
        if (content.startsWith("[")) {
            return InputFormat.JSON;
        }
        if (content.startsWith("{")) {
            return InputFormat.JSONL;
        }
        if (CsvHeading.isOne(firstLine())) {
            return InputFormat.CSV;
        }
        throw new UserErrorException("cannot load " + source + ": " + (content.isEmpty() ? "it is empty" : UNKNOWN));
    }

    private List<String> firstLine() {
        String line = text.lines().findFirst().orElse("");
        try {
            CsvRecord record = CsvReader.builder().ofSingleCsvRecord(line);
            return record.getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }
}
