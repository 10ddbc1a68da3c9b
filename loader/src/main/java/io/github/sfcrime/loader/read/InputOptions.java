package io.github.sfcrime.loader.read;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.loader.call.CallSource;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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

    @Option(
            names = "--encoding",
            paramLabel = "ENCODING",
            description =
                    "What their text is encoded in, windows-1252 for example (default: UTF-8, or what a byte order"
                            + " mark shows).")
    private @Nullable String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "What stands between the columns of CSV, tab for a tab (default: what the heading shows).")
    private @Nullable String delimiter;

    @Option(
            names = "--check",
            description = "Read everything, tell what would be sent and what would be rejected, and send nothing.")
    private boolean check;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Files of calls: JSON of any layout, or CSV; plain or compressed by gzip, zstd, bzip2 or zip."
                    + " A directory stands for the files of calls in it and below, by name, and - for standard input.")
    private List<String> files = new ArrayList<>();

    private final List<CallSource> sources = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** How the files are read, as far as the arguments say so. */
    public String reading() {
        return format + "," + encoding + "," + delimiter;
    }

    /** Whether they are only to be read. */
    public boolean isCheck() {
        return check;
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
        if (sources.isEmpty()) {
            ReadAs readAs = new ReadAs(format, charset(), delimiter());
            for (String file : files) {
                add(file, readAs);
            }
        }
        return sources;
    }

    /** The files that the arguments name, those of directories included. */
    public List<Path> paths() throws IOException {
        if (!files.isEmpty()) {
            sources();
        }
        return paths;
    }

    /** What was left out of directories, a line each. */
    public List<String> remarks() {
        return remarks;
    }

    private void add(String file, ReadAs readAs) throws IOException {
        if (file.equals(StandardInput.ARGUMENT)) {
            sources.add(new StandardInput(
                    new ChannelInputStream(new FileInputStream(FileDescriptor.in).getChannel()), readAs));
            return;
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            Folder folder = Folder.of(path, readAs);
            folder.inputs().forEach(this::add);
            String remark = folder.remark();
            if (remark != null) {
                remarks.add(remark);
            }
            return;
        }
        Input input = new Input(path, readAs);
        input.check();
        add(input);
    }

    private void add(Input input) {
        sources.add(input);
        paths.add(input.path());
    }

    private @Nullable Charset charset() {
        try {
            return encoding == null ? null : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new UserErrorException(
                    "--encoding must be one that Java knows, windows-1252 or UTF-16LE for example: " + encoding, e);
        }
    }

    private @Nullable Character delimiter() {
        if (delimiter == null) {
            return null;
        }
        String character = switch (delimiter.toLowerCase(Locale.ROOT)) {
            case "tab", "\\t" -> "\t";
            case "comma" -> ",";
            case "semicolon" -> ";";
            case "space" -> " ";
            default -> delimiter;
        };
        if (character.length() != 1 || "\"\r\n".contains(character)) {
            throw new UserErrorException("--delimiter must be one character, or tab: " + delimiter);
        }
        return character.charAt(0);
    }
}
