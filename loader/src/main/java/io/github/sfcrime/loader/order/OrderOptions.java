package io.github.sfcrime.loader.order;

import io.github.sfcrime.cli.UserErrorException;
import io.github.sfcrime.cli.output.Titles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the order of sending, and for sorting. */
public final class OrderOptions {

    /** What a run of the sort may take of the heap: a quarter of it, so that the rest fits beside. */
    private static final long RUN_BYTES = Runtime.getRuntime().maxMemory() / 4;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "event-time",
            converter = OrderTitles.class,
            completionCandidates = OrderTitles.class,
            description =
                    "The order to send in: event-time, crime-id (numbers are given out as calls arrive) or file (default:"
                            + " ${DEFAULT-VALUE}).")
    private CallOrder order;

    @Option(
            names = "--sort-directory",
            paramLabel = "DIR",
            description = "The directory for sorting calls that do not fit in memory"
                    + " (default: the system's directory of temporary files).")
    private @Nullable Path directory;

    /** The orders' names. */
    private static final class OrderTitles extends Titles<CallOrder> {
        OrderTitles() {
            super(CallOrder.class);
        }
    }

    public CallOrder order() {
        return order;
    }

    public SortedCalls open() {
        Path here = directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : directory;
        if (!Files.isDirectory(here)) {
            throw new UserErrorException("cannot sort in " + here + ": there is no such directory");
        }
        return SortedCalls.in(here, RUN_BYTES);
    }
}
