package io.github.sfcrime.benchmarks;

import io.github.sfcrime.benchmarks.compare.Compare;
import io.github.sfcrime.benchmarks.latency.Latency;
import io.github.sfcrime.benchmarks.measuring.BenchmarkFailure;
import io.github.sfcrime.benchmarks.measuring.UserErrorException;
import io.github.sfcrime.benchmarks.report.Report;
import io.github.sfcrime.benchmarks.scale.Scale;
import io.github.sfcrime.benchmarks.sweep.Sweep;
import io.github.sfcrime.local.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The benchmarks. */
@Command(
        name = "bench",
        description = "How fast the job is, and what makes it so.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Compare.class, Sweep.class, Latency.class, Scale.class, Report.class})
public final class Bench {

    private static final int INTERRUPTED = 130;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands with this project's manners: a user's mistake is one line and 2, the world's failure one and 1. */
    static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Bench::mistake)
                .setExecutionExceptionHandler(Bench::failure);
    }

    private static int mistake(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String help = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
        return told(command, e.getMessage() + help, ExitCode.USAGE);
    }

    private static int failure(Exception e, CommandLine command, ParseResult result) {
        if (e instanceof UserErrorException) {
            return told(command, e.getMessage(), ExitCode.USAGE);
        }
        if (e instanceof InterruptedException) {
            return told(command, "interrupted", INTERRUPTED);
        }
        if (e instanceof BenchmarkFailure
                || e instanceof StackFailure
                || e instanceof KafkaException
                || e instanceof IOException) {
            return told(command, e.getMessage(), ExitCode.SOFTWARE);
        }
        e.printStackTrace(command.getErr());
        return ExitCode.SOFTWARE;
    }

    private static int told(CommandLine command, @Nullable String message, int exitCode) {
        PrintWriter err = command.getErr();
        err.println(command.getCommandSpec().qualifiedName() + ": " + message);
        return exitCode;
    }
}
