package io.github.sfcrime.local.stack;

import io.github.sfcrime.local.process.ClassData;
import io.github.sfcrime.local.process.StackFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The programs of this project, in a built checkout or an unpacked release.
 *
 * @param root the folder of the root pom; in a release the one that {@code lib} is in
 */
public record Checkout(Path root) {

    private static final Pattern JAR = Pattern.compile("sfcrime-[a-z-]+-[0-9][^-]*(-SNAPSHOT)?\\.jar");

    /** The checkout of this program: the property {@code sfcrime.home}, else the nearest parent folder that is one. */
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
        return isRelease()
                ? root.resolve("sfcrime-flink-job.jar")
                : built(root.resolve("flink-job/target/sfcrime-flink-job.jar"));
    }

    /** The class path of a module's dependencies, in a release with its own jar. */
    public String classPath(String module) {
        return isRelease()
                ? jars(module).map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                : read(built(root.resolve(module).resolve("target/classpath")));
    }

    /** The class path of a program: a module's own classes and their dependencies. */
    public String programClassPath(String module) {
        return isRelease() ? classPath(module) : classes(module) + File.pathSeparator + classPath(module);
    }

    /** A module's own classes: in its jar where that is made of them, as it is once it is packaged, else in a folder. */
    public Path classes(String module) {
        if (isRelease()) {
            return jars(module).findFirst().orElseThrow();
        }
        Path target = root.resolve(module).resolve("target");
        Path classes = built(target.resolve("classes"));
        return jar(target).filter(jar -> isMadeOf(classes, jar)).orElse(classes);
    }

    private static Optional<Path> jar(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(
                            file -> JAR.matcher(file.getFileName().toString()).matches())
                    .findFirst();
        } catch (IOException e) {
            throw new StackFailure("cannot list " + target + ": " + e.getMessage(), e);
        }
    }

    private static boolean isMadeOf(Path classes, Path jar) {
        try (Stream<Path> files = Files.walk(classes)) {
            long packaged = jar.toFile().lastModified();
            return files.allMatch(file -> file.toFile().lastModified() <= packaged);
        } catch (IOException e) {
            throw new StackFailure("cannot list " + classes + ": " + e.getMessage(), e);
        }
    }

    /** What later starts of the programs map in place of loading it. */
    public ClassData classData() {
        return new ClassData(root.resolve(isRelease() ? "class-data" : "local/target/class-data"));
    }

    private boolean isRelease() {
        return Files.isDirectory(root.resolve("lib"));
    }

    /** In a release, the jars of a program, its own first. */
    private Stream<Path> jars(String module) {
        Path folder = root.resolve("lib");
        return Stream.of(read(folder.resolve(module.replace('/', '-') + ".classpath"))
                        .split(":"))
                .map(folder::resolve);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StackFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new StackFailure("cannot start: " + file + " is not built: run mvn -DskipTests package first");
        }
        return file;
    }
}
