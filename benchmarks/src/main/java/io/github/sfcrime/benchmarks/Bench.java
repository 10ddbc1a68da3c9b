package io.github.sfcrime.benchmarks;

import io.github.sfcrime.benchmarks.compare.Compare;
import io.github.sfcrime.benchmarks.latency.Latency;
import io.github.sfcrime.benchmarks.report.Report;
import io.github.sfcrime.benchmarks.scale.Scale;
import io.github.sfcrime.benchmarks.sweep.Sweep;
import io.github.sfcrime.cli.DurationConverter;
import io.github.sfcrime.cli.Errors;
import io.github.sfcrime.cli.Version;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The benchmarks. */
@Command(
        name = "bench",
        description = "How fast the job is, and what makes it so.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Compare.class, Sweep.class, Latency.class, Scale.class, Report.class})
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands with this project's manners: a user's mistake is one line and 2, the world's failure one and 1. */
    static CommandLine commandLine() {
        Errors errors = new Errors();
        return new CommandLine(new Bench())
                .registerConverter(Duration.class, new DurationConverter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }
}
