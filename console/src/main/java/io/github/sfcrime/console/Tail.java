package io.github.sfcrime.console;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints the records of a topic, readable. */
@Command(
        name = "tail",
        header = "Prints the records of a topic, readable.",
        description = {
            "Prints every committed record from the oldest to the newest that is there now, then exits; with -f it stays"
                    + " and prints what comes.",
            "A record of one of our schemas is printed as its fields. Any other, and any with a header named reason as"
                    + " dead letters have it, is printed with partition, offset, append time, key and headers, and its"
                    + " bytes as text and in base64."
        },
        footer = {"", "Example: sfcrime tail crime_counts -n 5 -f --format table"},
        sortOptions = false)
final class Tail implements Callable<Integer> {

    @ParentCommand
    private Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", description = "The topic, for example crime_counts.")
    private String topic;

    @Mixin
    private KafkaOptions kafka;

    @ArgGroup
    private @Nullable Begin begin;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with the records that come, until interrupted.")
    private boolean follow;

    @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.json;

    @Option(names = "--headers", description = "Print partition, offset, append time, key and headers of every record.")
    private boolean headers;

    @Override
    public Integer call() throws IOException {
        if (begin != null && begin.last != null && begin.last < 0) {
            throw new ParameterException(spec.commandLine(), "-n must not be negative: " + begin.last);
        }
        try (TopicReader reader = TopicReader.open(kafka.clientSettings(), topic);
                RecordWriter writer = format.writer(console.out())) {
            read(reader, new Printer(writer, headers));
        }
        return 0;
    }

    private void read(TopicReader reader, RecordHandler printer) throws IOException {
        if (begin != null && begin.last != null) {
            reader.readLast(begin.last, printer);
        } else {
            if (begin != null && begin.from != null) {
                reader.startAt(begin.from);
            }
            reader.readToEnd(printer);
        }
        if (follow) {
            printer.caughtUp();
            reader.follow(printer);
        }
    }

    /** Where to begin: {@code -n} and {@code --from} exclude each other. */
    private static final class Begin {

        @Option(
                names = {"-n", "--last"},
                paramLabel = "N",
                description = "Begin with the last N records, over all partitions, by append time and offset.")
        private @Nullable Integer last;

        @Option(
                names = "--from",
                paramLabel = "START",
                converter = StartConverter.class,
                description =
                        "Begin at earliest (the default), at latest, at the append time 2018-10-02T09:00:00 (local)"
                                + " or 2018-10-02T16:00:00Z, or at an offset, the same in every partition.")
        private @Nullable StartingPoint from;
    }

    /** Reads the value of {@code --from}. */
    private static final class StartConverter implements ITypeConverter<StartingPoint> {

        @Override
        public StartingPoint convert(String text) {
            try {
                return StartingPoint.parse(text, ZoneId.systemDefault());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** The formats, under the names that the command line has for them. */
    private enum Format {
        json,
        csv,
        table;

        RecordWriter writer(Writer out) throws IOException {
            return switch (this) {
                case json -> new JsonLines(out);
                case csv -> new Csv(out);
                case table -> new Table(out);
            };
        }
    }

    /** Writes records with or without their headers. */
    private record Printer(RecordWriter writer, boolean headers) implements RecordHandler {

        @Override
        public void handle(TopicRecord record) throws IOException {
            writer.write(headers ? Row.withHeaders(record) : Row.of(record));
        }

        @Override
        public void caughtUp() throws IOException {
            writer.flush();
        }
    }
}
