package io.github.sfcrime.local.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Archives of the classes that programs load: the JVM's class data sharing. A program that finds no archive writes one when
 * it ends; from then on it maps its classes in place of parsing and verifying them, which is most of what a short start does.
 */
public final class ClassData {

    private static final String SUFFIX = ".jsa";
    /** Below that the JVM has not yet written the header, which it does last. */
    private static final int MAGIC_BYTES = 4;
    /** With these the JVM would refuse to write an archive, or the user has said what is to be shared. */
    private static final Pattern OF_THEIR_OWN = Pattern.compile("-javaagent:.*|-agent(lib|path):.*|-Xshare:.*"
            + "|-XX:(SharedArchiveFile|ArchiveClassesAtExit|.AutoCreateSharedArchive).*");

    private static final List<String> ANY_JVM = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private final Path folder;

    /** Archives in that folder, which is made for the first one. */
    public ClassData(Path folder) {
        this.folder = folder;
    }

    /** The command with the archive of its program, or so that it writes it when it ends. */
    public JavaCommand shared(String program, JavaCommand command) {
        if (!canShare(command)) {
            return command;
        }
        Path archive = archive(program, command);
        if (isCurrent(archive, command)) {
            return reading(archive, command);
        }
        return isMade(folder)
                ? command.jvm("-XX:ArchiveClassesAtExit=" + archive).jvm(silent())
                : command;
    }

    /** The command with the archive of a program of the same class path, if there is one. */
    public JavaCommand borrowed(String program, JavaCommand command) {
        if (!canShare(command)) {
            return command;
        }
        Path archive = archive(program, command);
        return isCurrent(archive, command) ? reading(archive, command) : command;
    }

    private static JavaCommand reading(Path archive, JavaCommand command) {
        return command.jvm("-XX:SharedArchiveFile=" + archive).jvm(silent());
    }

    /** Whatever there is to say of an archive, a program runs without it as well. */
    private static String silent() {
        return "-Xlog:cds*=off";
    }

    /** The JVM shares classes of jars only, and an archive holds for one class path. */
    private static boolean canShare(JavaCommand command) {
        return ANY_JVM.stream().allMatch(variable -> System.getenv(variable) == null)
                && command.jvmArguments().stream()
                        .noneMatch(option -> OF_THEIR_OWN.matcher(option).matches())
                && entries(command).allMatch(Files::isRegularFile);
    }

    private static Stream<Path> entries(JavaCommand command) {
        return Stream.of(command.classPath().split(File.pathSeparator)).map(Path::of);
    }

    private Path archive(String program, JavaCommand command) {
        int madeFor = Objects.hash(
                System.getProperty("java.home"), System.getProperty("java.vm.version"), command.classPath());
        return folder.resolve(program + "-" + Integer.toHexString(madeFor) + SUFFIX);
    }

    private static boolean isCurrent(Path archive, JavaCommand command) {
        return written(archive)
                .filter(time -> entries(command).allMatch(jar -> modified(jar).compareTo(time) <= 0))
                .isPresent();
    }

    /** When an archive was written, if it was to its end. */
    private static Optional<FileTime> written(Path archive) {
        if (!Files.isRegularFile(archive)) {
            return Optional.empty();
        }
        try (InputStream content = Files.newInputStream(archive)) {
            for (byte each : content.readNBytes(MAGIC_BYTES)) {
                if (each != 0) {
                    return Optional.of(modified(archive));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new StackFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isMade(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
