package io.github.sfcrime.local.demo;

import io.github.sfcrime.cli.Sfcrime;
import io.github.sfcrime.cli.output.OutputFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Loads calls, counts them and shows the results, on a stack of its own. */
@Command(
        name = "demo",
        description = {
            "Start a private Kafka broker and Flink cluster on free ports, load calls, count them and show the"
                    + " results; afterwards remove all of it.",
            "Results go to standard output, all else to standard error."
        },
        sortOptions = false)
final class Demo implements Callable<Integer> {

    @ParentCommand
    private Sfcrime sfcrime;

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Calls calls = new Calls();

    @Option(
            names = "--query",
            paramLabel = "QUERY",
            defaultValue = "counts",
            description =
                    "One of counts, types, top-types, dispositions, places, response-times, unusual, open-calls, totals"
                            + " (default: ${DEFAULT-VALUE}).")
    private String query;

    @Option(
            names = "--window",
            paramLabel = "DURATION",
            defaultValue = "1h",
            description = "Length of the windows (default: ${DEFAULT-VALUE}).")
    private Duration window;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of the topic of calls (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            defaultValue = "2",
            description = "Parallelism of the job (default: ${DEFAULT-VALUE}).")
    private int parallelism;

    @Option(names = "--until-done", description = "Load all calls, count them, print every row, and exit.")
    private boolean untilDone;

    @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.table;

    /** Where the calls come from. */
    private static final class Calls {

        private static final long SOME = 200_000;

        @Option(names = "--input", paramLabel = "FILE", description = "Count the calls of this file, as load takes it.")
        private @Nullable Path input;

        @Option(
                names = "--records",
                paramLabel = "N",
                description = "Count that many synthetic calls (default: " + SOME + ").")
        private @Nullable Long records;
    }

    @Override
    public Integer call() throws Exception {
        DemoSettings settings = settings();
        DemoScreen screen = new DemoScreen(sfcrime.out(), spec.commandLine().getErr(), format);
        try (DemoRun run = new DemoRun(settings, screen)) {
            return untilDone ? run.untilDone() : run.live(Boolean.getBoolean("sfcrime.terminal"));
        } catch (JobRefusedException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private DemoSettings settings() {
        Path input = calls.input;
        if (input != null && !Files.isReadable(input)) {
            throw new ParameterException(spec.commandLine(), "cannot read --input " + input + ": no such file");
        }
        try {
            return new DemoSettings(
                    Optional.ofNullable(input),
                    calls.records == null ? Calls.SOME : calls.records,
                    DemoQuery.named(query),
                    window,
                    partitions,
                    parallelism);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
