package io.github.sfcrime.loader.generate;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.output.FileToWrite;
import io.github.sfcrime.loader.call.CallField;
import io.github.sfcrime.schemas.CallForService;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes calls to a file; closing it ends the file. */
public interface CallWriter extends Closeable {

    int BUFFER = 1 << 16;

    void write(CallForService call) throws IOException;

    /** Writes those fields as JSON lines to a stream, which is closed with it. */
    static CallWriter jsonLines(OutputStream out, List<CallField> fields) throws IOException {
        return new JsonCallWriter(new BufferedOutputStream(out, BUFFER), fields, false);
    }

    /** Creates {@code file} with the fields of the city's file. */
    static CallWriter create(Path file) throws IOException {
        return create(file, CallField.OF_THE_FILE);
    }

    /**
     * Creates {@code file} with those fields, in the format that its name ends in: .json, .jsonl or .csv, compressed where .gz, .zst or
     * .bz2 stands behind it.
     */
    static CallWriter create(Path file, List<CallField> fields) throws IOException {
        String name = file.toString();
        Compression compression = Compression.of(name);
        String plain = compression.plain(name);
        if (!plain.endsWith(".json") && !plain.endsWith(".jsonl") && !plain.endsWith(".csv")) {
            throw new UserErrorException("cannot tell a format from the name " + name
                    + ": end it in .json, .jsonl or .csv, and .gz, .zst or .bz2 behind that to compress it");
        }
        FileToWrite.check("write calls to", file);
        OutputStream content = new BufferedOutputStream(compression.to(Files.newOutputStream(file)), BUFFER);
        return plain.endsWith(".csv")
                ? new CsvCallWriter(content, fields)
                : new JsonCallWriter(content, fields, plain.endsWith(".json"));
    }
}
