package io.github.sfcrime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A built checkout of this project: where its programs are.
 *
 * @param root the folder of the root pom
 */
public record Checkout(Path root) {

    /** The checkout that this program runs from: the property {@code sfcrime.home}, else the nearest one upwards. */
    public static Checkout find() {
        String home = System.getProperty("sfcrime.home");
        if (home != null) {
            return new Checkout(Path.of(home).toAbsolutePath());
        }
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("local/broker/pom.xml"))) {
                return new Checkout(folder);
            }
        }
        throw new StackFailure("cannot find the checkout of sfcrime at or above " + start + ": run from inside it");
    }

    /** The job's shaded jar, for {@code flink run}. */
    public Path jobJar() {
        return built(root.resolve("flink-job/target/sfcrime-flink-job.jar"));
    }

    /** What a module runs on, as {@code java -cp} takes it, without the module's own classes. */
    String classPath(String module) {
        Path file = built(root.resolve(module).resolve("target/classpath"));
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** A program of this project: a module's own classes and what they run on. */
    String programClassPath(String module) {
        return classes(module) + System.getProperty("path.separator") + classPath(module);
    }

    /** A module's own classes. */
    Path classes(String module) {
        return built(root.resolve(module).resolve("target/classes"));
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new StackFailure("cannot start: " + file + " is not built: run mvn -DskipTests package first");
        }
        return file;
    }
}
