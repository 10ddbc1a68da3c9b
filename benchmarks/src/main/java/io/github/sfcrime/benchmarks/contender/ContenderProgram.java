package io.github.sfcrime.benchmarks.contender;

import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program of a contender that is one process. It prints how far it is as lines {@code records N}. One that comes to
 * an end by itself then prints {@code done} and waits for the end of its input.
 */
interface ContenderProgram {

    /** The class that is run. */
    String mainClass();

    /** What its JVM is told besides the size of the heap. */
    default List<String> jvm() {
        return List.of();
    }

    /** Its class path; fails with what to do about it where a part is not built. */
    String classPath();

    /** Whether it ends by itself when it has counted all calls. */
    default boolean knowsEndOfInput() {
        return false;
    }

    /** What it is told about a run. */
    List<String> arguments(Task task);

    /** Says to who measures that all is done, and waits until that has been heard. */
    static void done() throws IOException {
        System.out.println("done");
        System.in.transferTo(OutputStream.nullOutputStream());
    }

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
