package io.github.sfcrime.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class DirectoryOption {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Directory of the stack, .sfcrime in the checkout where not given;"
                    + " another directory is another stack.")
    private @Nullable Path directory;

    Path path() {
        return directory == null ? Checkout.find().root().resolve(".sfcrime") : directory;
    }

    /** How to say this option again, in a hint. */
    String again() {
        return directory == null ? "" : " --dir " + directory;
    }
}
