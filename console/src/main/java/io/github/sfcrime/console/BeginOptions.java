package io.github.sfcrime.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say where in a topic to begin, which exclude each other. */
final class BeginOptions {

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            description = "Begin with the last N records, over all partitions, by append time and offset.")
    private @Nullable Integer last;

    @Option(
            names = "--from",
            paramLabel = "START",
            converter = StartingPointConverter.class,
            description = "Begin at earliest (the default), at latest, at the append time 2018-10-02T09:00:00 (local)"
                    + " or 2018-10-02T16:00:00Z, or at an offset, the same in every partition.")
    private @Nullable StartingPoint from;

    void check(CommandLine command) {
        if (last != null && last < 0) {
            throw new ParameterException(command, "-n must not be negative: " + last);
        }
    }

    /** Hands over what lies between there and the end that the topic has now. */
    void read(TopicReader reader, RecordHandler handler) throws IOException {
        if (last != null) {
            reader.readLast(last, handler);
            return;
        }
        if (from != null) {
            reader.startAt(from);
        }
        reader.readToEnd(handler);
    }
}
