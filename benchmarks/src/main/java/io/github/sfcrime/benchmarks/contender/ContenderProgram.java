package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program of a contender that is one process. It prints how far it is as lines {@code records N}. */
interface ContenderProgram {

    /** The class that is run. */
    String mainClass();

    /** What its JVM is told besides the size of the heap. */
    default List<String> jvm() {
        return List.of();
    }

    /** Its class path; fails with what to do about it where a part is not built. */
    String classPath();

    /** What it is told about a run. */
    List<String> arguments(Task task);

    /** The class path of a module of the benchmarks, which is built by that command. */
    static String classPath(Path module, String howToBuild) {
        Path libraries = module.resolve("target/classpath");
        try {
            return module.resolve("target/classes") + ":"
                    + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw new BenchmarkFailure(
                    "cannot run a contender: " + libraries + " is not built: run " + howToBuild + " first", e);
        }
    }
}
