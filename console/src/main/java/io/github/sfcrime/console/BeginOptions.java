package io.github.sfcrime.console;

import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.StartingPoint;
import io.github.sfcrime.console.topic.TopicReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options for where in a topic to begin, which exclude each other. */
final class BeginOptions {

    static final int FEW = 10;

    /** Where each of them stands is kept. */
    private static final int MOST = 1_000_000;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            description = "Begin with the last N matching records, by append time and offset (default: the"
                    + " last 10 without -f, all with it).")
    private @Nullable Integer last;

    @Option(
            names = "--from",
            paramLabel = "START",
            converter = StartingPointConverter.class,
            description = "Begin at earliest, at latest, at the append time 2018-10-02T09:00:00 (local)"
                    + " or 2018-10-02T16:00:00Z, or at an offset, the same in every partition.")
    private @Nullable StartingPoint from;

    /** How many records are printed by default. */
    static BeginOptions lastFew() {
        BeginOptions few = new BeginOptions();
        few.last = FEW;
        return few;
    }

    void check(CommandLine command) {
        if (last != null && (last < 0 || last > MOST)) {
            throw new ParameterException(
                    command, "-n must be between 0 and " + MOST + ", and --from for more: " + last);
        }
    }

    /** Passes the records from there to the current end of the topic to {@code handler}; returns their number. */
    long read(TopicReader reader, RecordHandler handler) throws IOException {
        if (last != null) {
            return reader.readLast(last, handler);
        }
        if (from != null) {
            reader.startAt(from);
        }
        return reader.readToEnd(handler);
    }
}
