package io.github.sfcrime.benchmarks;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file of runs as JSON lines, each with all its samples and where it comes from; or none. */
final class RawResults implements AutoCloseable {

    private final @Nullable BufferedWriter file;
    private final Surroundings surroundings;
    private final String workload;

    private RawResults(@Nullable BufferedWriter file, Surroundings surroundings, String workload) {
        this.file = file;
        this.surroundings = surroundings;
        this.workload = workload;
    }

    /** Appends to {@code path}; null is nowhere. */
    static RawResults to(@Nullable Path path, Surroundings surroundings, String workload) {
        try {
            BufferedWriter file = path == null
                    ? null
                    : Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new RawResults(file, surroundings, workload);
        } catch (IOException e) {
            throw new UserErrorException("cannot write to " + path + ": " + e.getMessage());
        }
    }

    /** One more run, on disk at once. */
    void add(RunResult run) throws IOException {
        if (file != null) {
            file.write(ComparisonWriter.line(new Line(surroundings, workload, run)));
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

    private record Line(
            @JsonUnwrapped Surroundings surroundings,
            String workload,
            @JsonUnwrapped RunResult run) {}
}
