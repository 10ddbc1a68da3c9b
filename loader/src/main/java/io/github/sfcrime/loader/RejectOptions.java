package io.github.sfcrime.loader;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.output.FileToWrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for rejected records. */
final class RejectOptions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Where records that do not fit are kept, as JSON lines"
                    + " (default: rejects-<time>.jsonl in the working directory; made only if there are any)."
                    + " A FILE that is named is made in any case, what it held before is removed, and while a load"
                    + " writes there no other one may.")
    private @Nullable Path file;

    @Option(
            names = "--max-rejects",
            paramLabel = "N|N%",
            defaultValue = "100%",
            description = "How many rejects, or which share of what is read, are too many: the load stops, and exits 1"
                    + " (default: ${DEFAULT-VALUE}).")
    private String limit;

    RejectLimit limit() {
        return RejectLimit.parse(limit);
    }

    /**
     * The rejects of a load, none yet.
     *
     * @param inputs files that they must not replace
     */
    Rejects open(List<Path> inputs) throws IOException {
        if (file == null) {
            String time = TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
            Path named = Path.of("rejects-" + time + ".jsonl");
            FileToWrite.check("write rejects to", named);
            return Rejects.besideOthers(named);
        }
        FileToWrite.check("write rejects to", file);
        for (Path input : inputs) {
            if (Files.exists(file) && Files.isSameFile(file, input)) {
                throw new UserErrorException("cannot write rejects to " + file + ": it is loaded, name another file");
            }
        }
        return Rejects.alone(file);
    }
}
