package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallSource;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say which files to load. */
public final class InputOptions {

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description = "What the files are: ${COMPLETION-CANDIDATES} (default: what their content shows).")
    private @Nullable InputFormat format;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files of calls: a JSON array, JSON lines or CSV; plain or compressed by gzip, zstd or bzip2."
                    + " A directory stands for all files in it and below, by name, and - for standard input.")
    private List<String> files = new ArrayList<>();

    @Nullable
    public InputFormat format() {
        return format;
    }

    public boolean isEmpty() {
        return files.isEmpty();
    }

    public boolean hasStandardInput() {
        return files.contains(StandardInput.ARGUMENT);
    }

    /** What the arguments name, each checked as far as that can be done before reading. */
    public List<CallSource> sources() throws IOException {
        if (files.isEmpty()) {
            throw new UserErrorException("nothing to load: name files, directories or - for standard input");
        }
        if (Collections.frequency(files, StandardInput.ARGUMENT) > 1) {
            throw new UserErrorException("standard input can be read only once: name - only once");
        }
        List<CallSource> sources = new ArrayList<>();
        for (String file : files) {
            if (file.equals(StandardInput.ARGUMENT)) {
                sources.add(standardInput());
            } else {
                sources.addAll(inputs(Path.of(file)));
            }
        }
        return sources;
    }

    /** The files that the arguments name, those of directories included. */
    public List<Path> paths() throws IOException {
        List<Path> paths = new ArrayList<>();
        for (String file : files) {
            if (!file.equals(StandardInput.ARGUMENT)) {
                paths.addAll(Files.isDirectory(Path.of(file)) ? within(Path.of(file)) : List.of(Path.of(file)));
            }
        }
        return paths;
    }

    /** Through a channel, because a thread that waits for one can be interrupted. */
    private StandardInput standardInput() {
        return new StandardInput(Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel()), format);
    }

    private List<Input> inputs(Path path) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (Path file : Files.isDirectory(path) ? within(path) : List.of(path)) {
            Input input = new Input(file, format);
            input.check();
            inputs.add(input);
        }
        return inputs;
    }

    private static List<Path> within(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UserErrorException("cannot load " + directory + ": there is no file in it");
            }
            return files;
        }
    }
}
