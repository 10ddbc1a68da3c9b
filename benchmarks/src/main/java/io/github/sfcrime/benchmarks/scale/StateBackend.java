package io.github.sfcrime.benchmarks.scale;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the job keeps its state, as Flink names it. */
enum StateBackend {
    HASHMAP,
    ROCKSDB,
    FORST;

    /** Options of {@code flink run}; ForSt, which the stack's cluster lacks, is taken from this program's class path. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-Dstate.backend.type=" + this));
        if (this == FORST) {
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(jar -> jar.getFileName().toString().contains("forst"))
                    .forEach(jar -> options.addAll(List.of("-C", jar.toUri().toString())));
        }
        return options;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
