package io.github.sfcrime.local.process;

import io.github.sfcrime.cli.Errors;
import io.github.sfcrime.cli.StackAddresses;
import io.github.sfcrime.cli.UserErrorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of a stack: data, configuration, logs, pid files and addresses.
 *
 * @param root its path, absolute and with symbolic links resolved, because it is also the processes' marker
 */
public record StackDirectory(Path root) {

    public static final String LOGGING = "log4j2.properties";
    public static final String BROKER_DEFAULTS = "broker-defaults.properties";
    public static final String BROKER_METRICS = "broker-metrics.yml";
    public static final String FLINK_JVM_OPTIONS = "flink-jvm-options";

    private static final long LEAST_FREE_BYTES = 512L << 20;

    /** The file by which a stack's directory is recognised. */
    private static final String MARKER = "sfcrime-stack";

    private static final List<String> FOLDERS = List.of("logs", "pids", "conf", "cluster");

    /** What a stack creates in its directory, the marker last. */
    private static final List<String> PARTS = List.of(
            "logs",
            "pids",
            "conf",
            "cluster",
            "broker",
            "brokers",
            "secure",
            "stack.properties",
            DirectoryLock.FILE,
            MARKER);

    /**
     * The directory, created where it is missing.
     *
     * @throws UserErrorException if it has files that are no stack's
     */
    public static StackDirectory create(Path directory) {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UserErrorException("cannot use " + directory + " for a stack: it is no folder");
        }
        try {
            Path root = Files.createDirectories(directory).toRealPath();
            StackDirectory created = new StackDirectory(root);
            created.mark();
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new StackFailure("cannot start in " + root + ": its disk has " + (free >> 20)
                        + " MB free and a stack needs " + (LEAST_FREE_BYTES >> 20)
                        + " MB: make room or choose another --dir");
            }
            for (String folder : FOLDERS) {
                Files.createDirectories(root.resolve(folder));
            }
            for (String resource : new String[] {LOGGING, BROKER_DEFAULTS, BROKER_METRICS, FLINK_JVM_OPTIONS}) {
                created.install(resource, resource);
            }
            return created;
        } catch (IOException e) {
            throw new StackFailure("cannot use " + directory + " for a stack: " + Errors.reason(e), e);
        }
    }

    private void mark() throws IOException {
        if (isStack()) {
            return;
        }
        if (!isEmpty()) {
            throw new UserErrorException("cannot use " + root
                    + " for a stack: there are other files in it: choose a new or an empty folder with --dir");
        }
        Files.writeString(
                root.resolve(MARKER), "This folder is a stack's: sfcrime down --dir . --delete removes it.\n");
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.findAny().isEmpty();
        }
    }

    /** Whether a stack was ever started here. */
    public boolean isStack() {
        return Files.isRegularFile(root.resolve(MARKER));
    }

    /** The directory, whether it exists or not. */
    public static StackDirectory at(Path directory) {
        try {
            return new StackDirectory(
                    Files.isDirectory(directory) ? directory.toRealPath() : directory.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** The JVM option that names a process's log file, for log4j2.properties. */
    public String logOption(String name) {
        return "-Dlog.file=" + log(name);
    }

    /** The file of a process's stdout and stderr. */
    public Path console(String name) {
        return logs().resolve(name + ".out");
    }

    public Path pids() {
        return root.resolve("pids");
    }

    public Path configuration() {
        return root.resolve("conf");
    }

    /** The data of a broker, by its number from 1. */
    public Path brokerData(int number) {
        return number == 1 ? root.resolve("broker") : root.resolve("brokers").resolve(Integer.toString(number));
    }

    public Path clusterData() {
        return root.resolve("cluster");
    }

    /** A file of the configuration folder, such as {@link #LOGGING}. */
    public Path configuration(String name) {
        return configuration().resolve(name);
    }

    /** Sets the log format of processes that are started from now on. */
    public void log(LogFormat format) {
        try {
            install(format.resource(), LOGGING);
        } catch (IOException e) {
            throw new StackFailure("cannot write to " + configuration() + ": " + e, e);
        }
    }

    private void install(String name, String as) throws IOException {
        try (InputStream resource = StackDirectory.class.getResourceAsStream("/io/github/sfcrime/local/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("no resource " + name);
            }
            Files.copy(resource, configuration(as), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The addresses at which the stack serves. */
    public StackAddresses addresses() {
        return new StackAddresses(root);
    }

    /** Removes the directory with its content. */
    public void delete() {
        Folders.delete(root);
    }

    /**
     * Removes what the stack has created in the directory, and the directory if it is empty then.
     *
     * @return whether the directory is gone
     */
    public boolean deleteOwn() {
        PARTS.forEach(part -> Folders.delete(root.resolve(part)));
        try {
            if (!isEmpty()) {
                return false;
            }
            Files.delete(root);
            return true;
        } catch (IOException e) {
            throw new StackFailure("cannot remove " + root + ": " + e, e);
        }
    }

    /** Removes all but the logs. */
    public void deleteAllButLogs() {
        try (Stream<Path> parts = Files.list(root)) {
            parts.filter(part -> !part.equals(logs())).toList().forEach(Folders::delete);
        } catch (IOException e) {
            throw new StackFailure("cannot remove what is in " + root + ": " + e.getMessage(), e);
        }
    }
}
