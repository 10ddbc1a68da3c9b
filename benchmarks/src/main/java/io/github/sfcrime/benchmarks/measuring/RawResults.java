package io.github.sfcrime.benchmarks.measuring;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sfcrime.cli.UserErrorException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file of runs as JSON lines, each with its kind, all its samples and where it comes from; or none. */
public final class RawResults implements AutoCloseable {

    private final @Nullable BufferedWriter file;
    private final Surroundings surroundings;

    private RawResults(@Nullable BufferedWriter file, Surroundings surroundings) {
        this.file = file;
        this.surroundings = surroundings;
    }

    /** Appends to {@code path}; null is nowhere. */
    public static RawResults to(@Nullable Path path, Surroundings surroundings) {
        try {
            BufferedWriter file = path == null
                    ? null
                    : Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new RawResults(file, surroundings);
        } catch (IOException e) {
            throw new UserErrorException("cannot write to " + path + ": " + e.getMessage());
        }
    }

    /** One more run, on disk at once. */
    public void add(String kind, Object run) throws IOException {
        if (file != null) {
            ObjectNode line = Json.object(surroundings.now());
            line.put("kind", kind);
            line.setAll(Json.object(run));
            file.write(Json.line(line));
            file.newLine();
            file.flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
