package io.github.sfcrime.loader;

import io.github.sfcrime.schemas.CallForService;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes calls to a file; closing it ends the file. */
interface CallWriter extends Closeable {

    void write(CallForService call) throws IOException;

    /** Creates {@code file} in the format that its name ends in: .json, .jsonl or .csv, with .gz behind it or not. */
    static CallWriter create(Path file) throws IOException {
        String name = file.toString();
        boolean gzip = name.endsWith(".gz");
        String plain = gzip ? name.substring(0, name.length() - 3) : name;
        if (!plain.endsWith(".json") && !plain.endsWith(".jsonl") && !plain.endsWith(".csv")) {
            throw new UserErrorException("cannot tell a format from the name " + name
                    + ": end it in .json, .jsonl or .csv, and .gz behind that to compress it");
        }
        OutputStream out = Files.newOutputStream(file);
        OutputStream content = new BufferedOutputStream(gzip ? new GZIPOutputStream(out, 1 << 16) : out, 1 << 16);
        return plain.endsWith(".csv")
                ? new CsvCallWriter(content)
                : new JsonCallWriter(content, plain.endsWith(".json"));
    }
}
