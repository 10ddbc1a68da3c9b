package io.github.sfcrime.console;

import io.github.sfcrime.cli.KafkaOptions;
import io.github.sfcrime.cli.RegistryOptions;
import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.output.OutputFormat;
import io.github.sfcrime.console.rows.RecordWriter;
import io.github.sfcrime.console.rows.Row;
import io.github.sfcrime.console.topic.RecordHandler;
import io.github.sfcrime.console.topic.TopicReader;
import io.github.sfcrime.console.topic.TopicRecord;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints the records of a topic. */
@Command(
        name = "tail",
        header = "Prints the records of a topic in readable form.",
        description = {
            "Prints the last 10 committed records, then exits; with --from all from there on, with -f"
                    + " all records and those that follow.",
            "A record of one of our schemas is printed as its fields. A late record or a dead letter, which has a"
                    + " header named reason, is printed with its origin and headers; so is a record of another format, its bytes"
                    + " as text and in base64."
        },
        footer = {"", "Example: sfcrime tail crime_counts -n 5 -f --format table"},
        sortOptions = false)
final class Tail implements Callable<Integer> {

    @ParentCommand
    private Sfcrime sfcrime;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TOPIC", description = "The topic, for example crime_counts.")
    private String topic;

    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private RegistryOptions registry;

    @ArgGroup
    private @Nullable BeginOptions begin;

    @Mixin
    private FilterOptions filter;

    @Option(
            names = {"-f", "--follow"},
            description = "Continue with new records, until interrupted.")
    private boolean follow;

    @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.json;

    @Option(
            names = "--headers",
            negatable = true,
            description =
                    "Print partition, offset, append time, key and headers of every record, or with --no-headers only"
                            + " of those in other formats (default: also of late records and dead letters).")
    private @Nullable Boolean headers;

    @Override
    public Integer call() throws IOException {
        if (begin != null) {
            begin.check(spec.commandLine());
        }
        if (follow && filter.isUntil()) {
            throw new ParameterException(spec.commandLine(), "--until and --follow exclude each other");
        }
        try (TopicReader reader = TopicReader.open(kafka.settings(), topic, registry.registry());
                RecordWriter writer = RecordWriter.of(format, sfcrime.out())) {
            filter.apply(reader, this::tell);
            read(reader, new Printer(writer, rows()));
        }
        return 0;
    }

    private void tell(String line) {
        spec.commandLine().getErr().println("sfcrime tail: " + line);
    }

    private Function<TopicRecord, Row> rows() {
        if (headers == null) {
            return Row::of;
        }
        return headers ? Row::withHeaders : Row::withoutHeaders;
    }

    private void read(TopicReader reader, RecordHandler printer) throws IOException {
        if (begin != null) {
            begin.read(reader, printer);
        } else if (follow) {
            reader.readToEnd(printer);
        } else if (BeginOptions.lastFew().read(reader, printer) == BeginOptions.FEW) {
            tell("these are the last " + BeginOptions.FEW + "; --from earliest prints all, -n N the last N");
        }
        if (follow) {
            printer.caughtUp();
            reader.follow(printer);
        }
    }
}
